import type { CompiledRule, RuleSet } from './compiled-rules.ts'
import { Judgements } from './example-judge.ts'
import { exampleThresholds } from './example-model.ts'
import { fillIn } from './fact-conditions.ts'
import { furthestEnd } from './pattern-matcher.ts'
import { advice } from './advice.ts'
import { type Hit, weighed } from './likeliest-rule.ts'
import { type Normalised, originalSpan, TextBuffer } from './normalise.ts'
import type { NormalisedMatch } from './pattern.ts'
import { isInPosition, isInScope } from './rule-conditions.ts'
import type { Basis, Finding } from './rule-types.ts'
import { scanText } from './scan-text.ts'
import { Surroundings } from './surroundings.ts'
import type { Severity, TurnContext } from './types.ts'

const weight: Readonly<Record<Severity, number>> = { block: 2, warn: 1, hint: 0 }
const strength: Readonly<Record<Basis, number>> = { phrase: 3, pattern: 2, sound: 1, example: 0 }
/** How much of the same speaker's turn before is read together with this one, in UTF-16 units. */
const TAIL = 24

/** A mark takes in what else of the pattern follows, up to this many normalised units: 不归我们管, not 不归我. */
const LONGEST_TAIL = 6

/** Storage used again and again: checking a clean utterance makes next to nothing new. */
const utterance = new TextBuffer()
const joined = new TextBuffer()
const judgements = new Judgements()
const noHits: readonly Hit[] = []

/**
 * Everything an utterance says that it should not, most severe first, then in the order of the text. `text.slice(start, end)` is
 * what to mark. Never throws; linear in the text.
 */
export function checkTurn(rules: RuleSet, text: string, context: TurnContext): Finding[] {
  const normalised = utterance.fill(text)
  const findings = merged(hitsIn(rules, normalised, context, 0)).map((hit) => findingOf(hit, normalised, text, 0, context))
  const before = turnBefore(context)
  if (before !== undefined) findings.push(...acrossTurns(rules, before.text, text, context, findings))
  return findings.length < 2 ? findings : findings.sort((a, b) => weight[b.severity] - weight[a.severity] || a.start - b.start || a.end - b.end)
}

/** `boundary`: only matches that reach across this normalised position count (0: all). */
function hitsIn(rules: RuleSet, text: Normalised, context: TurnContext, boundary: number): readonly Hit[] {
  const matches = scanText(rules, text, boundary)
  if (rules.examples === null || boundary > 0) judgements.clear()
  else judgements.judge(rules.examples.faults, text)
  const suspect = judgements.highest >= exampleThresholds.hint
  if (matches.length === 0 && !suspect) return noHits
  const around = new Surroundings(rules, text, context)
  const hits: Hit[] = []
  for (const { check, from, to } of matches) {
    const { rule, basis, pattern } = check
    if (!isInScope(rule, context) || !isInPosition(rule, pattern, text, { from, to }, context) || !around.leaveStanding(rule, { from, to })) continue
    const severity = isLookAlike(rule, { from, to }, around) ? 'hint' : softened(rule.definition.severity, basis)
    const end = basis === 'sound' ? to : Math.max(to, furthestEnd(pattern.node, text, from, Math.min(text.length, to + LONGEST_TAIL)))
    hits.push({ rule, basis, severity, from, to: end, evidence: [pattern.source] })
  }
  return suspect && rules.examples !== null ? weighed(rules, rules.examples, judgements, { text, context, around }, hits) : hits
}

/** Sound alone never blocks: the recogniser may have written exactly what was said. */
const softened = (severity: Severity, basis: Basis): Severity => (basis === 'sound' && severity === 'block' ? 'warn' : severity)

/** A pattern's match in a sentence that the examples and counter-examples together call harmless, or do not call a fault where it is in doubt. Rules of one scenario know better. */
const isLookAlike = ({ definition }: CompiledRule, match: NormalisedMatch, around: Surroundings): boolean =>
  definition.scope?.scenarios === undefined &&
  (judgements.isBelow(exampleThresholds.lookAlike, match.to) || (judgements.isBelow(exampleThresholds.hint, match.to) && around.makeDoubtful(match)))

/** Overlapping hits of one rule become one, from the first to the last character, with the surest basis and all evidence. */
function merged(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length < 2) return hits
  const results: Hit[] = []
  for (const hit of hits.toSorted((a, b) => a.rule.number - b.rule.number || a.from - b.from)) {
    const last = results.at(-1)
    if (last === undefined || last.rule !== hit.rule || hit.from >= last.to) {
      results.push(hit)
      continue
    }
    const surest = strength[hit.basis] > strength[last.basis] ? hit : last
    const evidence = [...new Set([...last.evidence, ...hit.evidence])]
    const severity = weight[hit.severity] > weight[last.severity] ? hit.severity : last.severity
    results[results.length - 1] = { ...surest, severity, from: last.from, to: Math.max(last.to, hit.to), evidence }
  }
  return results
}

/** `offset`: how many UTF-16 units of the normalised text stand before `text`. */
function findingOf({ rule, basis, severity, from, to, evidence, rivals = [] }: Hit, normalised: Normalised, text: string, offset: number, context: TurnContext): Finding {
  const span = originalSpan(normalised, from, to)
  const start = Math.max(0, span.start - offset)
  const end = span.end - offset
  const { why, sayInstead } = advice(rule, rivals)
  return { rule: rule.definition.id, category: rule.category, severity, match: text.slice(start, end), start, end, why, sayInstead: fillIn(sayInstead, context.facts), basis, evidence }
}

/** What a listener says without taking the word, at most this long in UTF-16 units. */
const backChannel = /^[嗯恩啊哦噢喔呃唔哎唉诶呀，。、！？,.!?\s]{1,6}$/u

/** The same speaker's turn that this one may go on from: the last one, or the one before a mere 嗯 of the other side. */
function turnBefore({ history, speaker }: TurnContext): TurnContext['history'][number] | undefined {
  const last = history.at(-1)
  if (last === undefined || last.speaker === speaker) return last
  const earlier = history.at(-2)
  return earlier?.speaker === speaker && backChannel.test(last.text) ? earlier : undefined
}

/** Of a match that reaches back into the utterance before, these words alone in this one: the subject of what follows them, not the end of what went before. */
const subject = /^[你您我他她咱]们?$/u

/** Phrases broken over two utterances of one speaker: the end of the last one is read together with this one. */
function acrossTurns(rules: RuleSet, last: string, text: string, context: TurnContext, found: readonly Finding[]): readonly Finding[] {
  const tail = last.slice(startOfTail(last))
  const both = joined.fill(tail + text)
  let boundary = 0
  while (boundary < both.length && (both.starts[boundary] ?? 0) < tail.length) boundary += 1
  if (boundary === 0 || boundary === both.length) return []
  return merged(hitsIn(rules, both, context, boundary))
    .map((hit) => findingOf(hit, both, text, tail.length, context))
    .filter(({ match, end }) => end === text.length || !subject.test(match))
    .filter(({ rule, start, end }) => !found.some((other) => other.rule === rule && other.start < end && start < other.end))
}

/** Where the last TAIL units begin, never within a surrogate pair. */
function startOfTail(text: string): number {
  const start = Math.max(0, text.length - TAIL)
  const unit = text.charCodeAt(start)
  return unit >= 0xdc00 && unit <= 0xdfff ? start + 1 : start
}
