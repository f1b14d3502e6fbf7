import * as fc from 'fast-check'
import { spoken } from './test-server.ts'

const valid = spoken('caller', '修了3次了')
const junk = fc.anything({ maxDepth: 2, withNullPrototype: false })

/** One field of a good event replaced by something else, or left out. */
const damaged = fc
  .tuple(fc.constantFrom(...Object.keys(valid)), fc.oneof(junk, fc.constant(undefined), fc.string({ maxLength: 300 }), fc.double(), fc.bigInt().map(String)))
  .map(([field, value]) => ({ ...valid, callId: 'hostile-1', [field]: value }))

/** Well-formed events of a few utterances in any order, revisions repeated and out of turn. */
const shuffled = fc
  .record({
    callId: fc.constantFrom('hostile-1', 'hostile-2', 'hostile-3'),
    utteranceId: fc.constantFrom('u1', 'u2', 'u3', '__proto__', 'constructor'),
    revision: fc.nat(5),
    speaker: fc.constantFrom('agent' as const, 'caller' as const),
    text: fc.oneof(fc.constantFrom('不归我管', '修了3次', '冒烟了', ''), fc.string({ unit: 'binary', maxLength: 60 })),
    final: fc.boolean(),
    startMs: fc.nat(5_000),
  })
  .map((event) => ({ ...valid, ...event, endMs: event.startMs + 500 }))

const oversized = fc.constantFrom(
  { ...valid, text: '啊'.repeat(4_001) },
  { ...valid, callId: 'c'.repeat(129) },
  { ...valid, revision: 2 ** 40 },
  { ...valid, endMs: 1e15 },
  { ...valid, source: 's'.repeat(1_000) },
)

/** Anything a broken or hostile sender may give as one event; the same seed gives the same messages. */
export const hostileMessages = (count: number, seed: number): readonly unknown[] =>
  fc.sample(fc.oneof({ weight: 4, arbitrary: damaged }, { weight: 4, arbitrary: shuffled }, { weight: 1, arbitrary: oversized }, { weight: 1, arbitrary: junk }), {
    numRuns: count,
    seed,
  })
