import { connect as connectTcp } from 'node:net'
import { type Frame, frameCutter } from './framing.ts'
import type { LinkEvents } from './link.ts'

/** Without a byte for so long (ms) after connecting, nobody is there. */
const greetingMs = 10_000

/** Opens a TCP connection that speaks in frames. `take` answers each through `send`; what it throws ends the connection. Returns what closes it. */
export function tcpLink(host: string, port: number, { closed }: Pick<LinkEvents, 'closed'>, take: (frame: Frame, send: (text: string) => void) => void, begin?: (send: (text: string) => void) => void): () => void {
  let reason: string | null = 'the telephone system closed the connection'
  const socket = connectTcp({ host, port })
  const send = (text: string): void => void socket.write(text)
  const fail = (why: string): void => {
    reason = why
    socket.destroy()
  }
  const cut = frameCutter()
  socket.setKeepAlive(true, 15_000)
  socket.setTimeout(greetingMs, () => fail('no answer'))
  socket.on('connect', () => begin?.(send))
  socket.on('data', (chunk) => {
    socket.setTimeout(0)
    try {
      for (const frame of cut(chunk)) take(frame, send)
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
    }
  })
  socket.on('error', (error) => (reason = error.message))
  socket.on('close', () => closed(reason))
  return () => {
    reason = null
    socket.destroy()
  }
}
