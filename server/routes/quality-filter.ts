import { Type } from '@sinclair/typebox'

const Time = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000, description: 'Expected ms since the epoch' })
const Id = Type.String({ minLength: 1, maxLength: 200, description: 'Expected an id of at most 200 characters' })
/** One of some words. */
export const choice = <const T extends string>(values: readonly T[]) => Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value)), { description: `Expected ${values.join(', ')}` }))

/** What narrows findings, calls and utterances; see `QualityFilter`. */
export const filterFields = {
  from: Type.Optional(Time),
  to: Type.Optional(Time),
  agent: Type.Optional(Id),
  team: Type.Optional(Id),
  scenario: Type.Optional(Id),
  rule: Type.Optional(Id),
  category: Type.Optional(Id),
  severity: Type.Optional(choice(['block', 'warn', 'hint'])),
  state: Type.Optional(choice(['open', 'repaired', 'dismissed'])),
  verdict: Type.Optional(choice(['right', 'false alarm', 'coaching', 'none'])),
  origin: Type.Optional(choice(['live', 'sample', 'import', 'drill'])),
  speaker: Type.Optional(choice(['agent', 'caller'])),
  words: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Expected at most 200 characters' })),
}
export const FilterSchema = Type.Object(filterFields, { additionalProperties: false, description: 'Expected a filter' })
export const VerdictSchema = choice(['right', 'false alarm', 'coaching'])
export const Uuid = Type.String({ pattern: '^[0-9a-f-]{36}$', description: 'Expected an id that this server has given' })
export const Sentence = Type.String({ maxLength: 500, description: 'Expected at most 500 characters' })
