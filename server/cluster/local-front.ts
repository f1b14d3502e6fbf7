import { connect, createServer, type Socket } from 'node:net'
import { byWeight } from './rendezvous.ts'

/** One address for several nodes on this machine, for trying things out; HAProxy or nginx do this in earnest (`deploy/`). */
export interface LocalFront {
  readonly address: string
  /** The addresses of the nodes from now on. Open connections stay. */
  readonly use: (nodes: readonly string[]) => void
  readonly close: () => Promise<void>
}

/** ms between two looks at the health of a node, and for its answer. */
const lookEveryMs = 300
const longestHeadBytes = 16_384

/** What an address names; one with broken escapes goes by its letters. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Starts it. A connection goes to the node of the call that its first request names (`call` or `callId` in the address, or `x-call-id`), others to the nodes in turn. */
export async function localFront(nodes: readonly string[], port = 0): Promise<LocalFront> {
  let known = nodes
  let healthy: readonly string[] = nodes
  let turn = 0
  const open = new Set<Socket>()

  const look = async (): Promise<void> => {
    const looked = known
    const well = await Promise.all(looked.map((node) => fetch(`${node}/health`, { signal: AbortSignal.timeout(lookEveryMs * 3) }).then(({ ok }) => ok, () => false)))
    if (looked === known) healthy = known.filter((_node, at) => well[at])
  }
  const looking = setInterval(() => void look(), lookEveryMs)

  const order = (head: string): readonly string[] => {
    const call = /^[A-Z]+ [^ ]*[?&]call(?:Id)?=([^& ]+)/u.exec(head)?.[1] ?? /\r\nx-call-id: *([^\r]+)/iu.exec(head)?.[1]
    if (call !== undefined) return byWeight(healthy, unescaped(call))
    turn += 1
    return healthy.map((_node, at) => healthy[(at + turn) % healthy.length] as string)
  }
  const pass = (near: Socket, head: Buffer, nodesLeft: readonly string[]): void => {
    const [node, ...rest] = nodesLeft
    if (node === undefined) return void near.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n')
    const { hostname, port: to } = new URL(node)
    const far = connect(Number(to), hostname)
    open.add(far)
    let connected = false
    far.on('connect', () => {
      connected = true
      far.write(head)
      near.pipe(far).pipe(near)
      near.resume()
    })
    far.on('error', () => (connected ? near.destroy() : pass(near, head, rest)))
    far.on('close', () => {
      open.delete(far)
      if (connected) near.destroy()
    })
    near.on('close', () => far.destroy())
  }
  const server = createServer((near) => {
    open.add(near)
    near.on('error', () => near.destroy())
    near.on('close', () => open.delete(near))
    let head = Buffer.alloc(0)
    const read = (some: Buffer): void => {
      head = Buffer.concat([head, some])
      if (!head.includes('\r\n\r\n') && head.length < longestHeadBytes) return
      near.off('data', read)
      near.pause()
      pass(near, head, order(head.toString('latin1')))
    }
    near.on('data', read)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: bound } = server.address() as { readonly port: number }
  return {
    address: `http://127.0.0.1:${String(bound)}`,
    use: (now) => {
      known = now
      healthy = healthy.filter((node) => now.includes(node))
      void look()
    },
    close: async () => {
      clearInterval(looking)
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
