import { createHmac } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import { sameText } from '../ingest/twilio-signature.ts'

/** Header that carries the signature, in both directions. */
export const signatureHeader = 'x-sunline-signature'
/** A signature is good for so long (s) before and after its time; afterwards it may have been overheard. */
const toleranceSeconds = 300

/** `t=TIME,v1=HEX`: HMAC-SHA256 over the time, a dot and the body, byte for byte. `now`: ms since the epoch. */
export function sign(secret: string, body: string, now: number): string {
  const time = String(Math.floor(now / 1_000))
  return `t=${time},v1=${hex(secret, time, body)}`
}

const hex = (secret: string, time: string, body: string): string => createHmac('sha256', secret).update(`${time}.${body}`, 'utf8').digest('hex')

/** Throws SunlineError 'forbidden' unless the body was signed with the secret a moment ago, 'conflict' when this very request came before. */
export type Verify = (body: string, header: unknown, now: number) => void

export function verifier(secret: string): Verify {
  /** Signatures seen, with their times in seconds, oldest first. */
  const seen = new Map<string, number>()
  return (body, header, now) => {
    const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/u.exec(typeof header === 'string' ? header : '')
    const [, time = '', given = ''] = parts ?? []
    if (!parts || !sameText(given, hex(secret, time, body))) {
      throw new SunlineError('forbidden', `the signature ${signatureHeader} does not fit; it is t=SECONDS,v1=HMAC-SHA256(secret, SECONDS + "." + body)`)
    }
    const seconds = now / 1_000
    if (Math.abs(seconds - Number(time)) > toleranceSeconds) throw new SunlineError('forbidden', `the signature is ${String(toleranceSeconds)} seconds old or more; check the clocks of both servers`)
    for (const [old, at] of seen) {
      if (seconds - at <= 2 * toleranceSeconds) break
      seen.delete(old)
    }
    if (seen.has(given)) throw new SunlineError('conflict', 'this request came before; sign a repetition anew')
    seen.set(given, seconds)
  }
}
