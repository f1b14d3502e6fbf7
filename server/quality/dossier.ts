import type { FlowBook } from '../../flows/flow-book.ts'
import { SunlineError } from '../errors.ts'
import { factViews } from '../live/fact-view.ts'
import { foldAll } from '../live/fold.ts'
import { journalEntry } from '../live/journal-rows.ts'
import type { ConventionResult, FindingState, Label, Severity, Speaker } from '../protocol.ts'
import { callStore } from '../store/call-store.ts'
import type { Database } from '../store/database.ts'
import type { CallRow } from '../store/tables.ts'
import { reviewCall } from './call-review.ts'
import type { Names } from './names.ts'
import { type VerifiedCall, verifyCall } from './verify.ts'

/** Who put a version of the words into use. */
export interface VersionApproval {
  readonly author: string
  readonly approver: string | null
  /** ms since the epoch. */
  readonly at: number
}
/** All that is on record of one call, for a complaint file. Times are ms since the epoch, `atMs` ms since the call began. */
export interface Dossier {
  readonly call: {
    readonly id: string
    readonly agent: string
    readonly team: string | null
    readonly callerNumber: string
    readonly queue: string
    readonly startedAt: number
    readonly endedAt: number | null
    readonly scenario: Label | null
    readonly outcome: Label | null
    readonly disposition: string | null
    readonly notes: string | null
    readonly libraryVersion: string
  }
  readonly transcript: readonly { readonly atMs: number; readonly speaker: Speaker; readonly text: string }[]
  readonly shown: readonly { readonly atMs: number; readonly phrase: string; readonly text: string; readonly version: string; readonly source: string | null; readonly approval: VersionApproval | null }[]
  readonly warnings: readonly { readonly atMs: number; readonly rule: string; readonly category: string; readonly severity: Severity; readonly said: string; readonly match: string; readonly sayInstead: string; readonly state: FindingState; readonly dismissedBecause: string | null }[]
  readonly facts: readonly { readonly id: string; readonly label: Label; readonly value: Label; readonly origin: string | null }[]
  readonly conventions: readonly ConventionResult[]
  readonly evidence: VerifiedCall
  readonly writtenAt: number
  readonly writtenBy: string
}

/** Puts a call's dossier together from its journal. `source`: the documented case behind a flow. Throws SunlineError 'not found', 'conflict' while it is on the line. */
export async function dossierOf(database: Database, callId: string, names: Names, flows: FlowBook, source: (flow: string) => string | null, writer: { readonly at: number; readonly by: string }): Promise<Dossier> {
  const store = callStore(database)
  const call = await store.find(callId)
  if (!call) throw new SunlineError('not found', `there is no call "${callId}"`, 'id')
  if (call.ended_at === null) throw new SunlineError('conflict', 'this call is still on the line; its dossier is written when it has ended')
  const entries = (await store.journal(callId)).map(journalEntry)
  const state = foldAll(entries)
  const { findings, utterances } = reviewCall(entries, {})
  const approval = await approvalOf(database, state.libraryVersion)
  return {
    call: describe(call, state.wrapup, names),
    transcript: utterances.map(({ at_ms: atMs, speaker, text }) => ({ atMs, speaker, text })),
    shown: entries.flatMap(({ at, event }) => (event.type === 'guidance shown' ? [{ atMs: at - state.startedAt, phrase: event.phrase, text: event.text, version: state.libraryVersion, source: source(event.phrase.split('/')[0] ?? ''), approval }] : [])),
    warnings: findings.map(({ at_ms: atMs, rule, category, severity, utterance: said, match, say_instead: sayInstead, state: fate, dismissed_because: dismissedBecause }) => ({ atMs, rule: names.rule(rule).name, category, severity, said, match, sayInstead, state: fate, dismissedBecause })),
    facts: factViews(state, flows).flatMap(({ id, label, shown: value, origin }) => (value === null ? [] : [{ id, label, value, origin }])),
    conventions: state.conventionResults ?? [],
    evidence: await verifyCall(database, callId),
    writtenAt: writer.at,
    writtenBy: writer.by,
  }
}

function describe(call: CallRow, wrapup: { readonly disposition: string; readonly notes: string } | null, names: Names): Dossier['call'] {
  return {
    id: call.id,
    agent: call.agent,
    team: call.team === null ? null : names.team(call.team).name,
    callerNumber: call.caller_number,
    queue: call.queue,
    startedAt: call.started_at,
    endedAt: call.ended_at,
    scenario: call.scenario === null ? null : names.scenario(call.scenario).title,
    outcome: call.outcome === null ? null : names.outcome(call.outcome).label,
    disposition: wrapup?.disposition ?? null,
    notes: wrapup?.notes ?? null,
    libraryVersion: call.library_version,
  }
}

/** Who last put these words into use; null for words that were never published here. */
async function approvalOf(database: Database, version: string): Promise<VersionApproval | null> {
  const published = await database.selectFrom('publications').selectAll().where('version', '=', version).where('cancelled_at', 'is', null).orderBy('effective_at', 'desc').limit(1).executeTakeFirst()
  return published ? { author: published.author_name, approver: published.approver_name, at: published.effective_at } : null
}
