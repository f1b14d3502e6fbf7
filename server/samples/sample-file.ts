import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Static, Type } from '@sinclair/typebox'
import { load } from 'js-yaml'
import { SunlineError } from '../errors.ts'
import { type DerivedCache, noCache, textsOf } from '../library/derived-cache.ts'
import { validator } from '../validation.ts'

const Label = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) })
const Ms = Type.Integer({ minimum: 0, description: 'Expected whole milliseconds since the call began' })
const Turn = Type.Object({
  at: Ms,
  for: Ms,
  who: Type.Union([Type.Literal('agent'), Type.Literal('caller')], { description: 'Expected agent or caller' }),
  interims: Type.Optional(Type.Array(Type.String())),
  text: Type.String({ minLength: 1 }),
})
const SampleSchema = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Expected lower-case letters, digits and hyphens' }),
  title: Label,
  description: Label,
  scenario: Type.String(),
  outcome: Type.String(),
  queue: Type.String(),
  callerNumber: Type.String(),
  turns: Type.Array(Turn, { minItems: 1 }),
})
/** Checks one sample call. Throws SunlineError naming the field at fault. */
export const readSample = validator(SampleSchema)

/** A recorded call: what a recogniser gave, and when. `at` and `for` in ms. */
export type Sample = Static<typeof SampleSchema>
export type SampleTurn = Static<typeof Turn>

/** Reads every sample call of a folder, by file name, unless `cache` has read these files. Throws SunlineError naming the file and the field at fault. */
export const loadSamples = (folder: string, cache: DerivedCache = noCache): readonly Sample[] => cache.keep('samples', textsOf(folder), () => readSamples(folder))

function readSamples(folder: string): readonly Sample[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      try {
        return readSample(load(readFileSync(join(folder, name), 'utf8')))
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new SunlineError('invalid payload', `${join(folder, name)}: ${reason}`, error instanceof SunlineError ? error.field : null)
      }
    })
}

/** ms from the first word to the last. */
export const durationMs = ({ turns }: Sample): number => Math.max(...turns.map((turn) => turn.at + turn.for))
