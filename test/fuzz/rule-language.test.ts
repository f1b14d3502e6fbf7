import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkTurn } from '../../server/wording/check-turn.ts'
import { compileRules } from '../../server/wording/compile-rules.ts'
import { normalise } from '../../server/wording/normalise.ts'
import { compilePattern, findPattern } from '../../server/wording/pattern.ts'
import type { RuleDefinition } from '../../server/wording/rule-types.ts'
import { WordingError } from '../../server/wording/wording-error.ts'
import { wordSets } from '../wording/library.ts'

const sign = fc.constantFrom('我', '们', '不', '管', '退', '换', '(', ')', '|', '?', '..3', '..12', '..', '{我}', '{管}', '{没有}', '{', '}', '$', '^', '\\', '9', 'a', ' ', '。', '😀')
const source = fc.array(sign, { maxLength: 14 }).map((signs) => signs.join(''))
const text = fc.array(fc.oneof(sign, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 40 }).map((parts) => parts.join(''))

it('a pattern compiles and is found where it says, or is refused with the place at fault', () => {
  fc.assert(
    fc.property(source, text, (pattern, said) => {
      try {
        const found = findPattern(compilePattern(pattern, wordSets.sets), normalise(said))
        expect(found === null || (found.start >= 0 && found.end > found.start)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(WordingError)
        expect((error as WordingError).message).not.toBe('')
      }
    }),
    { numRuns: 3_000, seed: 7 },
  )
})

const patterns = fc.array(source, { minLength: 1, maxLength: 3 })
const rule = fc.record(
  {
    phrases: fc.array(source, { minLength: 1, maxLength: 3 }),
    patterns,
    allow: patterns,
    position: fc.constantFrom('whole-turn', 'turn-start', 'turn-end', 'call-start', 'tag-question'),
    unless_turn: patterns,
    when: fc.constantFrom([{ fact: 'warranty', is: 'unknown' }], [{ fact: 'repairCount', at_least: 2 }], [{ fact: 'no such fact', is: 'known' }]),
    after_caller: fc.record({ turns: fc.integer({ min: -1, max: 9 }), any: patterns }),
  },
  { requiredKeys: [] },
)

it('a rule compiles and every finding lies in the text, or it is refused by name', () => {
  fc.assert(
    fc.property(rule, text, (given, said) => {
      const definition = { id: 'f1', name: '试', severity: 'warn', why: '试', say_instead: '好', ...given } as RuleDefinition
      try {
        const rules = compileRules([{ category: '试', en: 'fuzz', covers: '', rules: [definition] }], wordSets, null)
        const findings = checkTurn(rules, said, { speaker: 'agent', scenario: null, step: null, phase: null, team: null, facts: {}, history: [], interim: false, now: 0 })
        for (const { match, start, end } of findings) expect(said.slice(start, end)).toBe(match)
      } catch (error) {
        expect(error).toBeInstanceOf(WordingError)
      }
    }),
    { numRuns: 1_500, seed: 8 },
  )
})
