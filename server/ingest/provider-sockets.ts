import type { IncomingMessage } from 'node:http'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { closeSockets, type Upgrade } from '../upgrades.ts'
import { adapters } from './adapters.ts'
import type { ProviderReceiver } from './provider-receiver.ts'
import type { SenderOrigin } from './stream-shelf.ts'

/** Largest frame, bytes. */
const mostFrameBytes = 1024 * 1024
/** Frames of one connection that may wait for the disk before it is not read any more, and how few must be left to go on. */
const mostWaiting = 64

/** Serves a provider's stream over a plain websocket: each text frame is a message, each is answered with its receipt as JSON. */
export function providerSockets(receive: ProviderReceiver, originOf: (provider: string, query: URLSearchParams) => SenderOrigin): Upgrade {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostFrameBytes, perMessageDeflate: false })
  return {
    matches: (path) => /^\/api\/ingest\/[^/]+\/stream$/u.test(path),
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, (opened) => serve(opened, request)),
    close: () => closeSockets(server),
  }

  function serve(socket: WebSocket, request: IncomingMessage): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'ws://server')
    const provider = pathname.split('/')[3] ?? ''
    const adapter = adapters.get(provider)
    if (!adapter) return socket.close(1008, 'there is no such provider')
    const origin = originOf(provider, searchParams)
    let waiting = 0
    let answered: Promise<void> = Promise.resolve()
    const answer = async (received: ReturnType<ProviderReceiver>, before: Promise<void>): Promise<void> => {
      await before
      const [receipt] = await received
      waiting -= 1
      if (waiting < mostWaiting / 2 && socket.isPaused) socket.resume()
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(receipt))
    }
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => {
      waiting += 1
      if (waiting >= mostWaiting) socket.pause()
      // Taken in at once; answered in their order.
      answered = answer(receive(adapter, origin, [readFrame(data)]), answered)
    })
  }
}

/** JSON as what it says; anything else as text, for providers whose frames carry headers. */
function readFrame(data: RawData): unknown {
  const text = (Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
