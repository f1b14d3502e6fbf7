import type { Check, CheckLayer, RuleSet } from './compiled-rules.ts'
import type { Normalised } from './normalise.ts'
import type { NormalisedMatch } from './pattern.ts'
import { matchBetween } from './pattern-matcher.ts'
import { soundOf } from './syllables.ts'

/** A check that matched, in normalised positions. */
export interface RawMatch extends NormalisedMatch {
  readonly check: Check
}

/** A longer text is no utterance but a document: only its written words are looked at, not sound or likeness. */
const LONGEST_SPEECH = 2000

/**
 * Every match of every phrase and pattern, in no order; the context is not looked at yet. Linear in the text.
 * `boundary`: only matches that reach across this normalised position (0: all).
 */
export function scanText(rules: RuleSet, text: Normalised, boundary = 0): readonly RawMatch[] {
  const found = scanLayer(rules.words, text, boundary, noMatches)
  return rules.sounds.checks.length === 0 || text.length > LONGEST_SPEECH ? found : scanSounds(rules, text, boundary, found)
}

const noMatches: readonly RawMatch[] = []

function scanLayer(layer: CheckLayer, text: Normalised, boundary: number, before: readonly RawMatch[]): readonly RawMatch[] {
  const count = layer.filter.scan(text.units, text.length)
  let found: RawMatch[] | null = null
  const { candidates } = layer.filter
  for (let candidate = 0; candidate < count * 3; candidate += 3) {
    const check = layer.checks[candidates[candidate] ?? 0]
    if (check === undefined) continue
    const from = candidates[candidate + 1] ?? 0
    const match = check.literal ? { from, to: candidates[candidate + 2] ?? 0 } : matchAround(check, text, from, boundary)
    if (match === null || (boundary > 0 && (match.from >= boundary || match.to <= boundary))) continue
    found ??= []
    found.push({ check, from: match.from, to: match.to })
  }
  return found ?? before
}

/** The match whose anchor literal begins at `position`, as far as the anchor tells. */
function matchAround({ pattern: { node, anchor, longest } }: Check, text: Normalised, position: number, boundary: number): NormalisedMatch | null {
  const last = position - anchor.least
  const first = Math.max(0, position - anchor.most)
  if (last < 0 || (boundary > 0 && (first >= boundary || last + longest <= boundary))) return null
  return matchBetween(node, text, first, last, Math.min(text.length, last + longest))
}

/** Matches by sound that are not found in writing already and in which the recogniser got most characters right, after those `found`. */
function scanSounds(rules: RuleSet, text: Normalised, boundary: number, found: readonly RawMatch[]): readonly RawMatch[] {
  const heard = scanLayer(rules.sounds, soundOf(text), boundary, noMatches)
  if (heard.length === 0) return found
  const fresh = heard.filter(
    (match) => isMostlyAsWritten(match, text) && !found.some((other) => other.check.rule === match.check.rule && other.from < match.to && match.from < other.to),
  )
  return fresh.length === 0 ? found : [...found, ...fresh]
}

const SHARE_AS_WRITTEN = 0.5

function isMostlyAsWritten({ check: { characters }, from, to }: RawMatch, text: Normalised): boolean {
  let same = 0
  for (let position = from; position < to; position++) if (characters?.has(text.units[position] ?? 0) === true) same += 1
  return same >= (to - from) * SHARE_AS_WRITTEN
}
