import type { Frame } from '../../flows/conversation.ts'
import type { CallState } from '../live/call-state.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { fold, started } from '../live/fold.ts'
import { SunlineError } from '../errors.ts'
import type { CallSumRow, FindingRow, UtteranceRow } from '../store/quality-tables.ts'

/** How many key points each phrase of the library has, by `file/key`. */
export type PointCounts = Readonly<Record<string, number>>
/** What reviews keep of one call. Utterances have no id yet: the store gives it. */
export interface CallReview {
  readonly sums: CallSumRow
  readonly findings: readonly FindingRow[]
  readonly utterances: readonly Omit<UtteranceRow, 'id'>[]
}
interface Place {
  readonly at: number
  readonly scenario: string | null
  readonly top: Frame | undefined
}
interface Gathered {
  readonly raised: Map<string, Place>
  readonly heardAt: Map<string, number>
  pointsDue: number
  pointsSaid: number
  heldMs: number
  shown: string | null
}

/**
 * Reads a call that has ended from its journal, entries by `seq`. A warning counts once it was firm and unless it was retracted in the end;
 * its place is where the call stood then. Key points count for every sentence that was shown and not taken back.
 * Throws SunlineError 'internal' when the journal does not begin with the start of a call, or has no end.
 */
export function reviewCall(entries: readonly JournalEntry[], points: PointCounts): CallReview {
  const [first, ...rest] = entries
  if (first?.event.type !== 'call started') throw new SunlineError('internal', 'the journal does not begin with the start of a call')
  const gathered: Gathered = { raised: new Map(), heardAt: new Map(), pointsDue: 0, pointsSaid: 0, heldMs: 0, shown: null }
  let state = started(first.event, first.at)
  for (const entry of rest) {
    const before = state
    state = fold(state, entry)
    gather(gathered, before, state, entry, points)
  }
  if (state.endedAt === null) throw new SunlineError('internal', `call ${state.id} has not ended`)
  countPoints(gathered, state, points)
  const findings = findingsOf(state, gathered)
  return {
    findings,
    utterances: state.utterances.map(({ id, speaker, text }) => {
      const at = gathered.heardAt.get(id) ?? state.startedAt
      return { ...whose(state), utterance_id: id, speaker, text, at, at_ms: at - state.startedAt, scenario: state.scenario }
    }),
    sums: sumsOf(state, state.endedAt, entries.length, gathered, findings),
  }
}

const whose = ({ id, agent, agentId, team, origin }: CallState) => ({ call_id: id, agent, agent_id: agentId, team, origin })

function gather(gathered: Gathered, before: CallState, after: CallState, { at, event }: JournalEntry, points: PointCounts): void {
  switch (event.type) {
    case 'utterance heard':
      if (!gathered.heardAt.has(event.utterance.id)) gathered.heardAt.set(event.utterance.id, at)
      break
    case 'warning changed':
      if (event.warning.state === 'firm' && !gathered.raised.has(event.warning.id)) gathered.raised.set(event.warning.id, { at, scenario: after.scenario, top: after.stack.at(-1) })
      break
    case 'guidance shown':
      gathered.shown = event.phrase
      break
    case 'moved':
      if (event.cause.by !== 'undo' && event.cause.by !== 'correction') countPoints(gathered, before, points)
      gathered.shown = null
      break
    case 'retrieved':
    case 'ended':
      if (before.heldSince !== null) gathered.heldMs += at - before.heldSince
  }
}

function countPoints(gathered: Gathered, { points: said }: CallState, points: PointCounts): void {
  const due = gathered.shown === null ? 0 : (points[gathered.shown] ?? 0)
  gathered.pointsDue += due
  gathered.pointsSaid += Math.min(due, Object.keys(said).length)
}

const fates = { provisional: 'open', firm: 'open', repaired: 'repaired', dismissed: 'dismissed' } as const

function findingsOf(state: CallState, { raised }: Gathered): readonly FindingRow[] {
  const texts = new Map(state.utterances.map(({ id, text }) => [id, text]))
  return state.warnings.flatMap((warning) => {
    const place = raised.get(warning.id)
    if (place === undefined || warning.state === 'retracted') return []
    const { id, utteranceId, rule, category, severity, match, start, end, sayInstead, dismissedBecause } = warning
    return [{
      ...whose(state), warning_id: id, at: place.at, at_ms: place.at - state.startedAt, utterance_id: utteranceId, scenario: place.scenario ?? state.scenario,
      flow: place.top?.flow ?? null, step: place.top?.step ?? null, rule, category, severity, match, match_start: start, match_end: end,
      utterance: texts.get(utteranceId) ?? match, say_instead: sayInstead, library_version: state.libraryVersion, state: fates[warning.state], dismissed_because: dismissedBecause,
    }]
  })
}

function sumsOf(state: CallState, endedAt: number, entries: number, gathered: Gathered, findings: readonly FindingRow[]): CallSumRow {
  const { agent, agentId, team, origin, scenario, outcome, libraryVersion, startedAt, utterances, anger, conventionResults } = state
  const judged = (conventionResults ?? []).filter(({ status }) => status !== 'not applicable')
  const inState = (fate: FindingRow['state']): number => findings.filter((finding) => finding.state === fate).length
  const peak = Math.max(0, ...anger.map(({ level }) => level))
  const { pointsDue, pointsSaid } = gathered
  return {
    call_id: state.id, entries, closed: state.status === 'closed' ? 1 : 0, agent, agent_id: agentId, team, origin, scenario, outcome,
    disposition: state.wrapup?.disposition ?? null, library_version: libraryVersion, started_at: startedAt, ended_at: endedAt,
    duration_ms: endedAt - startedAt, held_ms: gathered.heldMs,
    agent_turns: utterances.filter(({ speaker }) => speaker === 'agent').length,
    caller_turns: utterances.filter(({ speaker }) => speaker === 'caller').length,
    points_due: pointsDue, points_said: pointsSaid, conventions_due: judged.length, conventions_kept: judged.filter(({ status }) => status === 'kept').length,
    peak_anger: peak, raised: findings.length, repaired: inState('repaired'), dismissed: inState('dismissed'),
    risk: riskOf(findings, peak, pointsDue - pointsSaid),
  }
}

const weights: Readonly<Record<FindingRow['severity'], number>> = { block: 10, warn: 4, hint: 1 }
/** A fault made good weighs a fifth of one that was left standing. */
const repairedShare = 0.2

/**
 * How much a call is worth a listener, from 0 without bound: what was said and not made good (10 for what is forbidden, 4 for what is warned of,
 * 1 for a hint; dismissed ones in full, for the dismissal wants a look), up to 10 for the caller's anger, half a point for each key point left out.
 */
export function riskOf(findings: readonly Pick<FindingRow, 'severity' | 'state'>[], peakAnger: number, pointsMissed: number): number {
  const words = findings.reduce((sum, { severity, state }) => sum + weights[severity] * (state === 'repaired' ? repairedShare : 1), 0)
  return Math.round((words + 10 * peakAnger + 0.5 * pointsMissed) * 10) / 10
}
