import type { Check, RuleSet } from './compiled-rules.ts'
import type { Normalised } from './normalise.ts'
import { matchPattern, type NormalisedMatch } from './pattern.ts'
import { matchIn } from './pattern-matcher.ts'
import { soundOf } from './syllables.ts'

/** A check that matched, in normalised positions. */
export interface RawMatch extends NormalisedMatch {
  readonly check: Check
}

/** Up to this many characters a candidate is matched against the whole text once; beyond, around each hit. */
const SHORT = 256
/** A longer text is no utterance but a document: only its written words are looked at, not sound or likeness. */
export const LONGEST_SPEECH = 2000

/** Every match of every phrase and pattern, in no order; the context is not looked at yet. Linear in the text. */
export function scanText(rules: RuleSet, text: Normalised): RawMatch[] {
  const found: RawMatch[] = []
  scanLayer(rules, rules.words, text, found)
  if (rules.sounds.lengths.length > 0 && text.length <= LONGEST_SPEECH) scanSounds(rules, text, found)
  return found
}

function scanLayer(rules: RuleSet, layer: RuleSet['words'], text: Normalised, found: RawMatch[]): void {
  const count = layer.automaton.scan(text.units, text.length)
  if (count === 0) return
  const hits = layer.automaton.hits
  const lookedUpTo = new Map<number, number>()
  for (let hit = 0; hit < count; hit++) {
    const literal = hits[hit * 2] ?? 0
    const to = hits[hit * 2 + 1] ?? 0
    for (const number of layer.checks[literal] ?? []) {
      const check = rules.checks[number]
      if (check === undefined) continue
      if (check.literal) found.push({ check, from: to - (layer.lengths[literal] ?? 0), to })
      else lookAt(check, number, text, to, lookedUpTo, found)
    }
  }
}

function lookAt(check: Check, number: number, text: Normalised, hitEnd: number, lookedUpTo: Map<number, number>, found: RawMatch[]): void {
  const already = lookedUpTo.get(number) ?? 0
  if (text.length <= SHORT) {
    if (already > 0) return
    lookedUpTo.set(number, text.length)
    for (let match = matchPattern(check.pattern, text); match !== null; match = matchPattern(check.pattern, text, match.to)) found.push({ check, ...match })
    return
  }
  const { node, longest } = check.pattern
  const match = matchIn(node, text, longest, Math.max(already, hitEnd - longest), Math.min(text.length, hitEnd + longest))
  if (match === null) return
  lookedUpTo.set(number, match.to)
  found.push({ check, ...match })
}

/** Matches by sound that are not found in writing already and in which the recogniser got most characters right. */
function scanSounds(rules: RuleSet, text: Normalised, found: RawMatch[]): void {
  const written = found.length
  const heard: RawMatch[] = []
  scanLayer(rules, rules.sounds, soundOf(text), heard)
  for (const match of heard) {
    if (!isMostlyAsWritten(match, text)) continue
    const known = found.some((other, index) => index < written && other.check.rule === match.check.rule && other.from < match.to && match.from < other.to)
    if (!known) found.push(match)
  }
}

const SHARE_AS_WRITTEN = 0.5

function isMostlyAsWritten({ check: { characters }, from, to }: RawMatch, text: Normalised): boolean {
  let same = 0
  for (let position = from; position < to; position++) if (characters?.has(text.units[position] ?? 0) === true) same += 1
  return same >= (to - from) * SHARE_AS_WRITTEN
}
