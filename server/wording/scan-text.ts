import type { Check, RuleSet } from './compiled-rules.ts'
import type { Normalised } from './normalise.ts'
import type { NormalisedMatch } from './pattern.ts'
import { matchBetween } from './pattern-matcher.ts'
import { soundOf } from './syllables.ts'

/** A check that matched, in normalised positions. */
export interface RawMatch extends NormalisedMatch {
  readonly check: Check
}

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
  const hits = layer.automaton.hits
  for (let hit = 0; hit < count; hit++) {
    const literal = hits[hit * 2] ?? 0
    const to = hits[hit * 2 + 1] ?? 0
    const from = to - (layer.lengths[literal] ?? 0)
    for (const number of layer.checks[literal] ?? []) {
      const check = rules.checks[number]
      if (check === undefined) continue
      const match = check.literal ? { from, to } : matchAround(check, text, from)
      if (match !== null) found.push({ check, ...match })
    }
  }
}

/** The match whose anchor literal begins at `position`, as far as the anchor tells. */
function matchAround({ pattern: { node, anchor, longest } }: Check, text: Normalised, position: number): NormalisedMatch | null {
  const last = position - anchor.least
  if (last < 0) return null
  return matchBetween(node, text, Math.max(0, position - anchor.most), last, Math.min(text.length, last + longest))
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
