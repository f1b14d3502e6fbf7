import { once } from 'node:events'
import { createServer } from 'node:net'

const given = new Set<number>()

/** A port of this machine that nobody uses just now; each time another one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { readonly port: number }
  server.close()
  await once(server, 'close')
  if (given.has(port)) return freePort()
  given.add(port)
  return port
}
