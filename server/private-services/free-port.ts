import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports that systems give to whoever asks for any (Linux: 32768 and up), so that nobody gets one by chance before it is used, or between two uses. */
const lowest = 20_000
const above = 32_000
const given = new Set<number>()

/** A port of this machine that nobody uses just now; each time another one. */
export async function freePort(): Promise<number> {
  const port = randomInt(lowest, above)
  if (given.has(port) || !(await isFree(port))) return freePort()
  given.add(port)
  return port
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
