import { SENTENCE_END } from './character-table.ts'
import type { CompiledRule, RuleSet } from './compiled-rules.ts'
import type { Normalised } from './normalise.ts'
import type { NormalisedMatch, Pattern } from './pattern.ts'
import type { PossiblePatterns } from './pattern-index.ts'
import { matchIn } from './pattern-matcher.ts'
import type { HarmlessContext } from './rule-types.ts'

/** How far (in characters) a mark of quotation, negation or question may stand from the words it covers. */
const reach: Readonly<Record<HarmlessContext, number>> = { quotation: 10, negation: 3, question: 8 }
const contexts: readonly HarmlessContext[] = ['quotation', 'negation', 'question']

/** Where the sentence around a position begins and ends, looked for within `most` characters. */
function sentenceStart({ pauses }: Normalised, position: number, most: number): number {
  for (let index = position; index > 0 && index > position - most; index--) if (((pauses[index] ?? 0) & SENTENCE_END) !== 0) return index
  return Math.max(0, position - most)
}
function sentenceEnd({ pauses, length }: Normalised, position: number, most: number): number {
  const last = Math.min(length, position + most)
  for (let index = position; index < last; index++) if (index > 0 && ((pauses[index] ?? 0) & SENTENCE_END) !== 0) return index
  return last
}

/** True when a pattern matches so that it ends within `most` characters before the match, in the same sentence. */
function standsBefore({ node, longest }: Pattern, text: Normalised, match: NormalisedMatch, most: number): boolean {
  let from = Math.max(sentenceStart(text, match.from, most + longest), match.from - most - longest, 0)
  for (;;) {
    const at = matchIn(node, text, longest, from, match.from)
    if (at === null) return false
    if (match.from - at.to <= most) return true
    from = at.from + 1
  }
}

function standsAfter({ node, longest }: Pattern, text: Normalised, match: NormalisedMatch, most: number): boolean {
  const at = matchIn(node, text, longest, match.to, sentenceEnd(text, match.to, most + longest))
  return at !== null && at.from - match.to <= most
}

/**
 * True when the words are quoted from the caller ("您说我们不管"), negated ("不会不管您") or part of a real question
 * ("请问…"), unless the rule holds despite it. `possible`: the guards that can match the text at all.
 */
export function isHarmlessHere(rules: RuleSet, rule: CompiledRule, text: Normalised, match: NormalisedMatch, possible: PossiblePatterns): boolean {
  if (possible.size === 0) return false
  return contexts.some((context) => {
    if (rule.despite.has(context)) return false
    const { before, after } = rules.contexts[context]
    return (
      before.some((pattern) => possible.has(pattern) && standsBefore(pattern, text, match, reach[context])) || after.some((pattern) => possible.has(pattern) && standsAfter(pattern, text, match, reach[context]))
    )
  })
}

/** How far before the words something that makes them doubtful may stand, in characters. */
const DOUBT_REACH = 10

/** True when the words are reported, supposed or advised against, or may be. */
export const isDoubtfulHere = ({ doubts }: RuleSet, text: Normalised, match: NormalisedMatch, possible: PossiblePatterns): boolean =>
  doubts.some((pattern) => possible.has(pattern) && standsBefore(pattern, text, match, DOUBT_REACH))

/** True when one of the rule's allowed contexts overlaps the match. */
export function isAllowedHere(rule: CompiledRule, text: Normalised, match: NormalisedMatch, possible: PossiblePatterns): boolean {
  return rule.allow.some((pattern) => {
    if (!possible.has(pattern)) return false
    const { node, longest } = pattern
    const limit = Math.min(text.length, match.to + longest)
    let at = matchIn(node, text, longest, Math.max(0, match.from - longest), limit)
    while (at !== null && at.from < match.to) {
      if (at.to > match.from) return true
      at = matchIn(node, text, longest, at.from + 1, limit)
    }
    return false
  })
}
