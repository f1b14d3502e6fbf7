import type { Socket } from 'socket.io'

/** A browser that takes nothing for so long (ms), or for which so many messages or bytes wait, is cut off; it comes back and asks for the whole screen. */
const stalledMs = 10_000
const mostWaiting = 512
const mostWaitingBytes = 1024 * 1024

/** The way to one browser. Whole states replace what still waits of the same kind, so that a slow browser gets the latest and nothing piles up. */
export interface BrowserLine {
  /** Sends what must arrive, in order. */
  readonly send: (frame: Buffer) => void
  /** Sends a whole state; while the wire has no room, a newer one of the same `key` takes its place. */
  readonly latest: (key: string, frame: Buffer) => void
  /** What waits under this key is not sent any more. */
  readonly forget: (key: string) => void
}

/** An event of Socket.IO's default namespace as a websocket frame: made once for all browsers that get it. `json`: the array of its name and arguments. */
export function eventFrame(json: string): Buffer {
  const length = Buffer.byteLength(json) + 2
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  // RFC 6455, section 5.2: a final text frame, not masked.
  frame[0] = 0x81
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  // Engine.IO "message", Socket.IO "event".
  frame.write('42', head, 'latin1')
  frame.write(json, head + 2, 'utf8')
  return frame
}

/** `cut`: ends the connection. `superseded`: told of each state that another took the place of. `now`: ms of a steady clock. */
export function browserLine(connection: Socket['conn'], cut: () => void, superseded: () => void, now: () => number): BrowserLine {
  const waiting = new Map<string, Buffer>()
  let waitingBytes = 0
  let sent = 0
  let stalledSince: number | null = null
  let turnEnds = false

  // Engine.IO takes frames ready-made, as Socket.IO's own broadcasts use it.
  const write = (frame: Buffer): void => {
    const options = { compress: false, wsPreEncodedFrame: [frame] }
    connection.send('2', options)
  }
  const flush = (): void => {
    turnEnds = false
    if (!connection.transport.writable) return
    stalledSince = null
    if (waiting.size === 0) return
    const frame = joined(waiting)
    waiting.clear()
    waitingBytes = 0
    write(frame)
  }
  const discard = (key: string): boolean => {
    const frame = waiting.size === 0 ? undefined : waiting.get(key)
    if (frame === undefined) return false
    waitingBytes -= frame.length
    return waiting.delete(key)
  }
  const put = (key: string, frame: Buffer): void => {
    waiting.set(key, frame)
    waitingBytes += frame.length
    if (connection.transport.writable) {
      // What one input brings goes out as one write: that costs more than all of its making.
      if (!turnEnds) queueMicrotask(flush)
      turnEnds = true
      return
    }
    stalledSince ??= now()
    if (waiting.size > mostWaiting || waitingBytes > mostWaitingBytes || now() - stalledSince > stalledMs) cut()
  }
  connection.transport.on('ready', flush)
  return {
    send: (frame) => put(String((sent += 1)), frame),
    latest: (key, frame) => {
      if (discard(key)) superseded()
      put(key, frame)
    },
    forget: (key) => void discard(key),
  }
}

function joined(frames: ReadonlyMap<string, Buffer>): Buffer {
  const [first] = frames.values()
  return frames.size === 1 && first ? first : Buffer.concat([...frames.values()])
}
