import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { SunlineError } from '../errors.ts'

/** What one secret of the environment is used for; each use has a key of its own, derived by HKDF-SHA-256 (RFC 5869). */
export interface PrivacyKey {
  /** Names the key in the database without telling anything of it. */
  readonly id: string
  /** AES-256-GCM with a fresh 96-bit nonce; `about` is authenticated and must be given again to open it. Base64url. */
  readonly seal: (text: string, about: string) => string
  /** Throws SunlineError 'unavailable' when it was sealed by another key, or touched since. */
  readonly open: (sealed: string, about: string) => string
}
const nonceBytes = 12
const tagBytes = 16

const derived = (secret: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `sunline ${use}`, 32))

/** The key for reversible masks. `secret`: from the environment, at least 32 characters. */
export function privacyKey(secret: string): PrivacyKey {
  const key = derived(secret, 'sealed entries')
  return {
    id: createHash('sha256').update(key).digest('base64url').slice(0, 12),
    seal: (text, about) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed, 'base64url')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(Buffer.from(about))
        decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
      } catch {
        throw new SunlineError('unavailable', 'this original was sealed with another SUNLINE_PRIVACY_KEY, or changed since; start the server with the key of that time')
      }
    },
  }
}

/** A caller's number as the index keeps it: HMAC-SHA-256 over its digits, without 86 before a mobile number. Null: fewer than five digits, which is nobody's number. */
export function callerHash(secret: string, number: string): string | null {
  const digits = number.replaceAll(/\D/gu, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$)/u, '')
  return digits.length < 5 ? null : createHmac('sha256', derived(secret, 'caller index')).update(digits).digest('base64url')
}
