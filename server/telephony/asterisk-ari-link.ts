import { Type } from '@sinclair/typebox'
import { WebSocket } from 'ws'
import { SunlineError } from '../errors.ts'
import { validator } from '../validation.ts'
import type { ariReader } from './asterisk-ari-events.ts'
import type { Connect } from './link.ts'
import type { ChannelLook } from './missed-hang-ups.ts'

/** How often the other side is asked whether it is there, ms; without an answer until the next time it is not. */
const pingMs = 15_000

/** The application of the dialplan's `Stasis(…)`, from the address. */
export const ariApplication = (url: URL): string => url.searchParams.get('app') ?? 'sunline'

const readChannels = validator(Type.Array(Type.Object({ id: Type.String() }), { description: 'Expected the list of channels' }))

const restAddress = (url: URL, resource: string): URL => {
  const address = new URL(url)
  address.pathname = `${url.pathname.replace(/\/+$/u, '') || '/ari'}/${resource}`
  address.search = ''
  address.username = ''
  address.password = ''
  return address
}
const signature = (url: URL): string => `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`

/** The channels that there are now. */
async function channelsOf(url: URL): Promise<ReadonlySet<string>> {
  const answer = await fetch(restAddress(url, 'channels'), { headers: { authorization: `Basic ${Buffer.from(signature(url)).toString('base64')}` }, signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new SunlineError('unavailable', `Asterisk answers ${String(answer.status)} when asked for its channels`)
  return new Set(readChannels(await answer.json()).map(({ id }) => id))
}

/** Connects to Asterisk's REST interface by websocket; name and password stand in the address: `http://sunline:secret@10.0.0.6:8088/ari?app=sunline`. Calls that ended meanwhile are found among its channels. */
export function ariLink(url: URL, read: ReturnType<typeof ariReader>, look: () => ChannelLook): Connect {
  return (events) => {
    const address = restAddress(url, 'events')
    address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    address.search = new URLSearchParams({ app: ariApplication(url), subscribeAll: 'true' }).toString()
    const socket = new WebSocket(address, { auth: signature(url), handshakeTimeout: 10_000, maxPayload: 1024 * 1024 })
    let reason: string | null = 'Asterisk closed the connection'
    let answered = true
    const pinging = setInterval(() => {
      if (!answered) return socket.terminate()
      answered = false
      socket.ping()
    }, pingMs)
    socket.on('pong', () => (answered = true))
    socket.on('open', () => {
      events.ready()
      const looking = look()
      if (looking.wanted.length === 0) return
      // Without an answer nothing is known to be over.
      channelsOf(url).then((channels) => {
        if (socket.readyState === WebSocket.OPEN) for (const event of looking.seen(channels)) events.happened(event)
      }, () => undefined)
    })
    socket.on('message', (data: Buffer) => {
      try {
        for (const event of read(JSON.parse(data.toString('utf8')))) events.happened(event)
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error)
        socket.terminate()
      }
    })
    socket.on('error', (error) => (reason = error.message))
    socket.on('close', () => {
      clearInterval(pinging)
      events.closed(reason)
    })
    return () => {
      reason = null
      socket.terminate()
    }
  }
}
