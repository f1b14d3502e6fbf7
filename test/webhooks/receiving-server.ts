import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Delivery {
  readonly signature: string
  readonly event: string
  readonly body: string
}
/** A system that is told things: answers with the given statuses in turn, the last one from then on. */
export interface ReceivingServer {
  readonly url: string
  readonly deliveries: readonly Delivery[]
  readonly stop: () => Promise<void>
}

export async function receivingServer(...statuses: readonly number[]): Promise<ReceivingServer> {
  const deliveries: Delivery[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.statusCode = statuses[Math.min(deliveries.length, statuses.length - 1)] ?? 200
      deliveries.push({ signature: String(request.headers['x-sunline-signature']), event: decodeURIComponent(String(request.headers['x-sunline-event'])), body: Buffer.concat(chunks).toString() })
      response.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/sunline`,
    deliveries,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
