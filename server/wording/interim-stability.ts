import type { Finding } from './rule-types.ts'

/** UTF-16 units at the end of an interim that recognisers still change. */
const UNSETTLED = 2
/** Revisions that a match at the very end must live through. */
const ENOUGH_REVISIONS = 2
/** The same for rules that recognisers often take back: both must hold. */
const UNSTEADY_UNSETTLED = 5
const UNSTEADY_REVISIONS = 3

/** In how many successive revisions of the current utterance each match was seen, by rule and start. */
export interface Sightings {
  readonly utterance: string
  readonly seen: Readonly<Record<string, number>>
}

const keyOf = ({ rule, start }: Finding): string => `${rule}@${String(start)}`

/** Counts one more revision; a match that is gone begins again at nothing. */
export function sightingsOf(before: Sightings, utterance: { readonly id: string; readonly findings: readonly Finding[] }): Sightings {
  const earlier = before.utterance === utterance.id ? before.seen : {}
  return { utterance: utterance.id, seen: Object.fromEntries(utterance.findings.map((finding) => [keyOf(finding), (earlier[keyOf(finding)] ?? 0) + 1])) }
}

/**
 * True when the recogniser is unlikely to take the words back: more was recognised after them, or they have stayed for two
 * revisions. `unsteady`: warnings of the rule are often taken back, so that it takes both, and more of each.
 */
export function isStable(finding: Finding, text: string, { seen }: Sightings, unsteady: boolean): boolean {
  const revisions = seen[keyOf(finding)] ?? 0
  if (unsteady) return finding.end <= text.length - UNSTEADY_UNSETTLED && revisions >= UNSTEADY_REVISIONS
  return finding.end <= text.length - UNSETTLED || revisions >= ENOUGH_REVISIONS
}
