import { WebSocket } from 'ws'
import type { ariReader } from './asterisk-ari-events.ts'
import type { Connect } from './link.ts'

/** How often the other side is asked whether it is there, ms; without an answer until the next time it is not. */
const pingMs = 15_000

/** The application of the dialplan's `Stasis(…)`, from the address. */
export const ariApplication = (url: URL): string => url.searchParams.get('app') ?? 'sunline'

/** Connects to Asterisk's REST interface by websocket; name and password stand in the address: `http://sunline:secret@10.0.0.6:8088/ari?app=sunline`. */
export function ariLink(url: URL, read: ReturnType<typeof ariReader>): Connect {
  return (events) => {
    const address = new URL(url)
    address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    address.pathname = `${url.pathname.replace(/\/+$/u, '') || '/ari'}/events`
    address.search = new URLSearchParams({ app: ariApplication(url), subscribeAll: 'true' }).toString()
    address.username = ''
    address.password = ''
    const socket = new WebSocket(address, { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`, handshakeTimeout: 10_000, maxPayload: 1024 * 1024 })
    let reason: string | null = 'Asterisk closed the connection'
    let answered = true
    const pinging = setInterval(() => {
      if (!answered) return socket.terminate()
      answered = false
      socket.ping()
    }, pingMs)
    socket.on('pong', () => (answered = true))
    socket.on('open', () => events.ready())
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
