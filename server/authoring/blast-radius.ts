import { journalEntry } from '../live/journal-rows.ts'
import { callStore } from '../store/call-store.ts'
import type { Database } from '../store/database.ts'
import { compareRuns, rerun, type RunOutcome } from '../training/compare-runs.ts'
import { rewarnBoth } from '../training/rewarn.ts'
import { blastCalls, type BlastCall } from './blast-calls.ts'
import { blastScan, remembered } from './blast-scan.ts'
import type { LibraryChanges } from './library-changes.ts'
import { type Side, textDifference } from './text-difference.ts'
import type { Progress } from './workshop-orders.ts'

/** Which stored calls a draft is tried on: the newest ones in a range of time (ms since the epoch). */
export interface BlastOrder {
  readonly databaseUrl: string
  readonly base: string
  readonly draft: string
  readonly calls: number
  readonly fromAt: number | null
  readonly toAt: number | null
  readonly now: number
}
export interface BlastFinding {
  readonly callId: string
  readonly atMs: number
  readonly rule: string
  readonly severity: string
  readonly match: string
  readonly utteranceId: string
}
export interface BlastParting {
  readonly callId: string
  readonly atMs: number
  readonly before: string | null
  readonly after: string | null
}
/**
 * Why findings of a rule differ. 'rule': the draft changes the rule itself. 'model': it does not, but what it changes teaches the examples' model anew, by
 * which all rules with examples judge. 'way': neither, the call goes another way or other words are heard.
 */
export type BlastCause = 'rule' | 'model' | 'way'
export interface BlastSide {
  readonly count: number
  readonly byRule: Readonly<Record<string, number>>
  readonly causes: Readonly<Record<string, BlastCause>>
  readonly examples: readonly BlastFinding[]
}
/** What the draft would have changed. Alarms are `block` and `warn`. */
export interface BlastResult {
  readonly calls: number
  readonly utterances: number
  /** Calls that were run under both versions; the rest cannot differ. */
  readonly rerun: number
  /** More calls may differ than were run: the counts are those of an even sample of them. */
  readonly sampledFrom: number | null
  readonly gained: BlastSide
  readonly lost: BlastSide
  readonly guidance: { readonly calls: number; readonly examples: readonly BlastParting[] }
  readonly alarmsPer100: { readonly before: number; readonly after: number }
}
export interface BlastTools {
  readonly base: Side
  readonly draft: Side
  readonly changes: LibraryChanges
  readonly database: Database
  readonly progress: (progress: Progress) => void
  /** True when nobody waits for the result any more. */
  readonly cancelled: () => boolean
}

/** Calls that are run again at most, and examples that are kept. */
const mostRerun = 3_000
const mostExamples = 200

/**
 * Tries a draft on stored calls: every agent utterance is checked under both versions (each text once), and the calls in which
 * something may differ are run again from their journals under both. Null when cancelled.
 */
export async function blastRadius(order: BlastOrder, tools: BlastTools): Promise<BlastResult | null> {
  const { database, changes, progress, cancelled } = tools
  const calls = await blastCalls(database, order)
  const differs = remembered(textDifference(tools.base, tools.draft, new Set(changes.rules), order.now))
  const scan = await blastScan(calls, differs, order, tools)
  if (scan === null) return null
  const affected = calls.filter((call) => scan.affected.has(call.id) || mayBeAdvised(call, changes))
  const step = Math.max(1, affected.length / mostRerun)
  const chosen = Array.from({ length: Math.min(affected.length, mostRerun) }, (_, index) => affected[Math.floor(index * step)]).filter((call) => call !== undefined)
  const tally = newTally(causeIn(changes))
  const store = callStore(database)
  for (const [index, { id, startedAt }] of chosen.entries()) {
    if (index % 20 === 0) {
      progress({ looked: calls.length + index, total: calls.length + chosen.length })
      await turn()
      if (cancelled()) return null
    }
    const entries = (await store.journal(id)).map(journalEntry)
    const [was, is] = rulesAlone(changes) ? rewarnBoth(entries, tools.base.engine, tools.draft.engine, differs) : [rerun(entries, tools.base.engine), rerun(entries, tools.draft.engine)]
    tally.add(id, startedAt, was, is)
  }
  const scale = chosen.length === 0 ? 1 : affected.length / chosen.length
  return tally.result(calls, scan.utterances, chosen.length, affected.length > chosen.length ? affected.length : null, scale)
}

/** A rule that the draft leaves alone can only differ by the model when nothing else differs that calls go by. */
function causeIn(changes: LibraryChanges): (rule: string) => BlastCause {
  const own = new Set(changes.entries.flatMap(({ kind, id }) => (kind === 'rule' ? [id] : [])))
  const otherwise: BlastCause = rulesAlone(changes) ? 'model' : 'way'
  return (rule) => (own.has(rule) ? 'rule' : otherwise)
}

/** Nothing differs that could lead a call another way. */
const rulesAlone = ({ everywhere, sentences, points, flows, structures }: LibraryChanges): boolean => !everywhere && sentences.length + points.length + flows.length + structures.length === 0

/** Whether the advice in a call may differ: it came by words that differ, or something that every call hears by differs. */
function mayBeAdvised({ phrases, flows }: BlastCall, { everywhere, sentences, points, flows: heard, structures }: LibraryChanges): boolean {
  return everywhere || heard.some((flow) => flows.has(flow)) || [...sentences, ...points, ...structures].some((ref) => phrases.has(ref))
}

/** Lets messages of other threads in. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const alarms = ({ warnings }: RunOutcome): number => warnings.filter(({ severity }) => severity !== 'hint').length

function newTally(causeOf: (rule: string) => BlastCause) {
  const gained = newSide(causeOf)
  const lost = newSide(causeOf)
  const partings: BlastParting[] = []
  const rerunIds = new Set<string>()
  let parted = 0
  let before = 0
  let after = 0
  return {
    add: (callId: string, startedAt: number, was: RunOutcome, is: RunOutcome): void => {
      rerunIds.add(callId)
      before += alarms(was)
      after += alarms(is)
      const comparison = compareRuns(was, is)
      for (const { change, before: old, after: fresh } of comparison.warnings) {
        if (change === 'gained' && fresh) gained.add(callId, fresh)
        if (change === 'lost' && old) lost.add(callId, old)
        if (change === 'changed' && old && fresh && old.severity !== fresh.severity) {
          lost.add(callId, old)
          gained.add(callId, fresh)
        }
      }
      const [first] = comparison.partings
      if (!first) return
      parted += 1
      if (partings.length < mostExamples) partings.push({ callId, atMs: first.at - startedAt, before: first.before.text, after: first.after.text })
    },
    result: (calls: readonly BlastCall[], utterances: number, run: number, sampledFrom: number | null, scale: number): BlastResult => {
      const others = calls.reduce((sum, { id, alarms: known }) => sum + (rerunIds.has(id) ? 0 : known), 0)
      const per100 = (own: number): number => (calls.length === 0 ? 0 : Math.round(((others + own) * 1_000) / calls.length) / 10)
      return {
        calls: calls.length, utterances, rerun: run, sampledFrom,
        gained: gained.result(scale),
        lost: lost.result(scale),
        guidance: { calls: Math.round(parted * scale), examples: partings },
        alarmsPer100: { before: per100(before), after: per100(after) },
      }
    },
  }
}

function newSide(causeOf: (rule: string) => BlastCause) {
  const byRule = new Map<string, number>()
  const examples: BlastFinding[] = []
  return {
    add: (callId: string, { rule, severity, match, atMs, utteranceId }: RunOutcome['warnings'][number]): void => {
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
      if (examples.length < mostExamples) examples.push({ callId, atMs, rule, severity, match, utteranceId })
    },
    result: (scale: number): BlastSide => {
      const counts = Object.fromEntries([...byRule].map(([rule, count]) => [rule, Math.round(count * scale)]))
      return { count: Object.values(counts).reduce((sum, count) => sum + count, 0), byRule: counts, causes: Object.fromEntries(Object.keys(counts).map((rule) => [rule, causeOf(rule)])), examples }
    },
  }
}
