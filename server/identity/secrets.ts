import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits, 43 characters of base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * What is kept of a secret. A plain SHA-256 is enough where the secret is random and long: there is nothing to guess.
 * Passwords go through `passwords.ts`.
 */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
