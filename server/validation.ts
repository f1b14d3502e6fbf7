import type { Static, TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { SunlineError } from './errors.ts'

/**
 * Compiles a schema into a function that returns the value typed, or throws SunlineError 'invalid payload'
 * naming the first faulty field. The sentence never repeats the value: it may be a caller's words.
 */
export function validator<T extends TSchema>(schema: T): (value: unknown) => Static<T> {
  const check = TypeCompiler.Compile(schema)
  return (value) => {
    if (check.Check(value)) return value
    const fault = check.Errors(value).First()
    const field = fault?.path.split('/').filter((part) => part !== '').join('.') || null
    const reason = String(fault?.schema['description'] ?? fault?.message ?? 'not valid').toLowerCase()
    throw new SunlineError('invalid payload', field === null ? `the payload is not valid: ${reason}` : `${field}: ${reason}`, field)
  }
}
