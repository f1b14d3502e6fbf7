import type { IncomingHttpHeaders, IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { WebSocketServer } from 'ws'

/** Whoever does not say goodbye within so long (ms) is cut off when the server stops. */
const farewellMs = 1_000

/** Ends every connection of a websocket server. */
export function closeSockets(server: WebSocketServer): void {
  for (const client of server.clients) {
    client.close(1001, 'the server stops')
    setTimeout(() => client.terminate(), farewellMs).unref()
  }
  server.close()
}

/** Socket.IO opens its own. */
const socketIoPath = '/socket.io/'

/** One kind of plain websocket that this server offers. */
export interface Upgrade {
  readonly matches: (path: string) => boolean
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => void
}

/**
 * Opens plain websockets. Each address is declared as a GET endpoint too: the request to open goes through it first, so that rights,
 * limits and the query are checked as for every other route, and is refused with its answer. `foreign` says what is wrong with a request
 * of another site's page: browsers let any page open a websocket to any server.
 */
export function serveUpgrades(server: Server, http: FastifyInstance, upgrades: readonly Upgrade[], foreign: (headers: IncomingHttpHeaders) => string | null): void {
  server.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy())
    const address = request.url ?? '/'
    // Whatever a stranger puts here must not end the process.
    const pathname = address.startsWith('/') && URL.canParse(address, 'ws://server') ? new URL(address, 'ws://server').pathname : ''
    const upgrade = upgrades.find(({ matches }) => matches(pathname))
    if (upgrade) open(upgrade, request, socket, head).catch(() => socket.destroy())
    else if (!pathname.startsWith(socketIoPath)) refuse(socket, 404, JSON.stringify({ ok: false, error: 'not found', message: 'there is no websocket here', field: null }))
  })

  async function open({ accept }: Upgrade, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const wrong = foreign(request.headers)
    if (wrong !== null) return refuse(socket, 403, JSON.stringify({ ok: false, error: 'forbidden', message: wrong, field: null }))
    const { remoteAddress } = request.socket
    const { upgrade: _, connection: __, ...headers } = request.headers
    const { statusCode, body } = await http.inject({ method: 'GET', url: request.url ?? '/', headers, ...(remoteAddress === undefined ? {} : { remoteAddress }) })
    if (statusCode >= 300) return refuse(socket, statusCode, body)
    accept(request, socket, head)
  }
}

function refuse(socket: Duplex, status: number, body: string): void {
  socket.end(`HTTP/1.1 ${String(status)} Refused\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`)
}
