import type { IncomingMessage } from 'node:http'

/**
 * Where a handshake came from: the address `hops` proxies before this server, as far as `x-forwarded-for` tells.
 * What stands there further to the left was said by the sender and is not believed.
 */
export function clientAddress({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',')
  const way = [...forwarded.split(',').map((address) => address.trim()).filter((address) => address !== ''), socket.remoteAddress ?? '']
  return way.at(Math.max(-1 - hops, -way.length)) ?? ''
}
