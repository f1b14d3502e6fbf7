import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { sameOrigin } from './same-origin.ts'

/** One kind of plain websocket that this server offers. */
export interface Upgrade {
  readonly matches: (path: string) => boolean
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => void
}

/**
 * Opens plain websockets. Each address is declared as a GET endpoint too: the request to open goes through it first, so that rights,
 * limits and the query are checked as for every other route, and is refused with its answer.
 */
export function serveUpgrades(server: Server, http: FastifyInstance, upgrades: readonly Upgrade[]): void {
  server.on('upgrade', (request, socket: Duplex, head) => {
    const { pathname } = new URL(request.url ?? '/', 'ws://server')
    const upgrade = upgrades.find(({ matches }) => matches(pathname))
    if (upgrade) void open(upgrade, request, socket, head)
  })

  async function open({ accept }: Upgrade, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    if (!sameOrigin(request)) return refuse(socket, 403, '{"ok":false,"error":"forbidden","message":"a page of another site may not open this","field":null}')
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
