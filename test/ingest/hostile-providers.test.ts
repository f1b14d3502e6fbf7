import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SunlineError } from '../../server/errors.ts'
import { adapters } from '../../server/ingest/adapters.ts'
import { readTranscript } from '../../server/ingest/neutral.ts'
import { fixture, pusher } from './fixture.ts'

const junk = fc.oneof(fc.anything({ maxDepth: 2, withNullPrototype: false }), fc.constantFrom('__proto__', '啊'.repeat(5_000), '\uD800', -1, 1e300, Number.NaN, '1e999', '{', '[]', 'null'))

/** A copy with the value at a random place replaced or removed; JSON inside texts is entered too. */
function damage(value: unknown, picks: readonly number[], with_: unknown): unknown {
  const [pick = 0, ...rest] = picks
  if (typeof value === 'string') {
    const inner = parsed(value)
    return inner !== null && rest.length > 0 ? JSON.stringify(damage(inner, rest, with_)) : with_
  }
  if (typeof value !== 'object' || value === null || rest.length === 0) return with_
  const entries = Object.entries(value)
  const chosen = entries[pick % Math.max(entries.length, 1)]
  if (!chosen) return with_
  const damaged = damage(chosen[1], rest, with_)
  if (Array.isArray(value)) return (value as readonly unknown[]).map((each, index) => (String(index) === chosen[0] ? damaged : each))
  return damaged === undefined ? Object.fromEntries(entries.filter(([key]) => key !== chosen[0])) : { ...value, [chosen[0]]: damaged }
}
function parsed(text: string): object | null {
  try {
    const inner: unknown = JSON.parse(text)
    return typeof inner === 'object' ? inner : null
  } catch {
    return null
  }
}

describe.each([...adapters.keys()])('%s', (provider) => {
  const recorded = fixture(provider)

  test('answers damaged messages with sound events or an error that names what is wrong', () => {
    const push = pusher(provider, recorded)
    const faults: string[] = []
    fc.assert(
      fc.property(fc.constantFrom(...recorded.messages), fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }), junk, (message, picks, with_) => {
        try {
          for (const event of push(damage(message, picks, with_))) readTranscript(event)
        } catch (error) {
          if (!(error instanceof SunlineError)) throw error
          expect(error.code).toMatch(/^(?:invalid payload|unavailable)$/u)
          expect(error.message.length).toBeLessThan(500)
          faults.push(error.field ?? '')
        }
      }),
      { numRuns: 1_500, seed: 20_261_122 },
    )
    expect(faults.filter((field) => field !== '').length).toBeGreaterThan(50)
  })

  test('names the field at fault', () => {
    const push = pusher(provider, recorded)
    const fields = recorded.messages.flatMap((message) => [0, 1, 2, 3, 4, 5, 6].flatMap((pick) => [fault(push, damage(message, [pick, 0], 17)), fault(push, damage(message, [pick, pick, 0], {}))]))
    expect(fields.filter((field) => field !== null && /^[\w.]+$/u.test(field)).length).toBeGreaterThan(0)
  })
})

function fault(push: (message: unknown) => unknown, message: unknown): string | null {
  try {
    push(message)
    return null
  } catch (error) {
    return error instanceof SunlineError ? error.field : 'no SunlineError'
  }
}
