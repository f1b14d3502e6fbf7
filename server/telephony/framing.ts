import { Buffer } from 'node:buffer'
import { SunlineError } from '../errors.ts'

/** A message that does not end within so many bytes is none. */
const mostBytes = 4 * 1024 * 1024

/** Header lines and, where they announce one, a body. */
export interface Frame {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

/**
 * Cuts a stream of bytes into frames: lines `Name: value` up to an empty one, then as many bytes as `Content-Length` says. Serves FreeSWITCH's event
 * socket and Asterisk's manager alike. The function throws SunlineError 'payload too large' when a frame does not end.
 */
export function frameCutter(): (chunk: Buffer) => readonly Frame[] {
  let pending: Buffer = Buffer.alloc(0)
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    const frames: Frame[] = []
    for (let taken = takeFrame(pending); taken !== null; taken = takeFrame(pending)) {
      frames.push(taken.frame)
      pending = taken.rest
    }
    if (pending.length > mostBytes) throw new SunlineError('payload too large', 'the telephone system sends a message without an end')
    return frames
  }
}

function takeFrame(bytes: Buffer): { readonly frame: Frame; readonly rest: Buffer } | null {
  const end = endOfHeaders(bytes)
  if (end === null) return null
  const headers = readLines(bytes.subarray(0, end.at).toString('utf8'))
  const length = Number(headers['Content-Length'] ?? 0)
  const bodyEnd = end.at + end.length + (Number.isSafeInteger(length) && length > 0 ? length : 0)
  if (bytes.length < bodyEnd) return null
  return { frame: { headers, body: bytes.subarray(end.at + end.length, bodyEnd).toString('utf8') }, rest: bytes.subarray(bodyEnd) }
}

function endOfHeaders(bytes: Buffer): { readonly at: number; readonly length: number } | null {
  const [bare, full] = [bytes.indexOf('\n\n'), bytes.indexOf('\r\n\r\n')]
  if (full >= 0 && (bare < 0 || full < bare)) return { at: full, length: 4 }
  return bare < 0 ? null : { at: bare, length: 2 }
}

/** Lines `Name: value`; others, such as the greeting of Asterisk's manager, are left out. */
const readLines = (text: string): Frame['headers'] =>
  Object.fromEntries(text.split(/\r?\n/u).flatMap((line) => (line.includes(':') ? [[line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]] : [])))
