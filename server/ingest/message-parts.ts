import { Type } from '@sinclair/typebox'
import { SunlineError } from '../errors.ts'

/** Parts that the messages of several providers have. */

export const ProviderId = Type.String({ pattern: '^[A-Za-z0-9._:@+=~/-]{1,96}$', description: 'Expected the id that the provider gave, 1 to 96 letters, digits or . _ : @ + = ~ / -' })
export const Millis = Type.Number({ minimum: -86_400_000, maximum: 86_400_000, description: 'Expected milliseconds' })
export const Text = Type.String({ description: 'Expected the text' })
export const Confidence = Type.Optional(Type.Number({ description: 'Expected a number' }))

/** Reads JSON inside a message. Throws SunlineError 'invalid payload' naming the field. */
export function innerJson(field: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SunlineError('invalid payload', `${field}: expected JSON`, field)
  }
}

/** Lets a reader name the outer field of what it finds at fault inside. */
export function within<T>(field: string, read: (value: unknown) => T, value: unknown): T {
  try {
    return read(value)
  } catch (error) {
    if (!(error instanceof SunlineError) || error.code !== 'invalid payload') throw error
    const path = error.field === null ? field : `${field}.${error.field}`
    throw new SunlineError('invalid payload', error.field === null ? `${field}: ${error.message}` : `${field}.${error.message}`, path)
  }
}

/** ms since the epoch of a time of day with zone. Throws SunlineError 'invalid payload' naming the field. */
export function epochMs(field: string, text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new SunlineError('invalid payload', `${field}: expected a time such as 2026-01-31T08:00:00Z`, field)
  return at
}
