import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The signature that Twilio sends as `X-Twilio-Signature`: HMAC-SHA1 over the address and the sorted fields of the form, in base64.
 * `url` is the address as Twilio called it. Source: twilio.com/docs/usage/security#validating-requests.
 */
export const twilioSignature = (token: string, url: string, fields: Readonly<Record<string, string>>): string =>
  createHmac('sha1', token)
    .update(Object.keys(fields).sort().reduce((text, name) => text + name + (fields[name] ?? ''), url), 'utf8')
    .digest('base64')

/** Compares without telling by time how much of a signature is right. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
