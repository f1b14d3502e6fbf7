import { SunlineError } from '../errors.ts'
import type { CallView, TranscriptEvent, WrapupDraft } from '../protocol.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { RetractionBook } from '../wording/retractions.ts'
import { boardOf } from '../wording/warning-board.ts'
import type { Audience } from './audience.ts'
import type { JournalEntry } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { callContext, callSummary, callView, finalView } from './call-view.ts'
import { contextChanged, guidanceChanged, listingChanged } from './changes.ts'
import { dueTimer } from './due-timers.ts'
import type { EntryLog } from './entry-log.ts'
import { guidanceView } from './guidance-view.ts'
import { hearAgent } from './hear-agent.ts'
import { hearCaller } from './hear-caller.ts'
import { callRow, journalRow } from './journal-rows.ts'
import type { InterimQueue } from './interim-queue.ts'
import type { Meters } from './meters.ts'
import type { LiveEngine } from './ports.ts'
import { shifted } from './set-clock.ts'
import { ring, takenIn } from './taken-in.ts'
import { transcript } from './transcript.ts'
import { unfinishedSpeech } from './unfinished-speech.ts'
import { placeOf } from './utterance-places.ts'
import { wrapupDraft } from './wrapup-draft.ts'

export interface SessionTools {
  readonly engine: LiveEngine
  readonly audience: Audience
  readonly journal: JournalWriter
  readonly meters: Meters
  readonly interims: InterimQueue<OpenInterim>
  /** ms since the epoch. */
  readonly now: () => number
  /** ms without a word after which the caller counts as silent. */
  readonly silenceMs: number
  /** How often recognisers take back what interims show; absent: nothing is known of it and nothing learned. */
  readonly retractions?: RetractionBook
  /** The journal refused the call's entries: memory and disk differ, so the session must not be used any more. */
  readonly lost: (session: CallSession, error: SunlineError) => void
}
/** An interim text of a call that waits to be read. */
export interface OpenInterim {
  readonly session: CallSession
  readonly event: TranscriptEvent
  /** ms of `performance.now()`. */
  readonly arrived: number
}
/** For calls without a crowd: every interim text is read when it comes. */
export const readAtOnce: InterimQueue<OpenInterim> = {
  add: (_key, { session, event, arrived }) => session.readInterim(event, arrived),
  drop: () => undefined,
  waiting: () => 0,
}
/** What became of a transcript event. `saved` resolves when everything taken so far is on disk; null when nothing needs to be. */
export interface Hearing {
  readonly result: 'accepted' | 'stale'
  readonly saved: Promise<void> | null
}
const accepted: Hearing = { result: 'accepted', saved: null }
const stale: Hearing = { result: 'stale', saved: null }
const nothingToSave = Promise.resolve()

/** One call while it is in memory: takes in what happens, writes the journal, shows what changed. */
export class CallSession {
  #state: CallState
  #saved: Promise<void> = nothingToSave
  #lastHeardAt: number
  #listeningSince: number
  #unsaved = 0
  readonly #tools: SessionTools
  readonly #transcript
  readonly #unfinished

  /** `fresh`: entries that led to `state` and are not written yet. */
  constructor(state: CallState, fresh: readonly JournalEntry[], tools: SessionTools) {
    this.#state = state
    this.#tools = tools
    this.#transcript = transcript(() => this.#state.utterances)
    this.#unfinished = unfinishedSpeech(tools.engine, state, (rule) => tools.retractions?.isUnsteady(rule) ?? false)
    this.#lastHeardAt = state.lastHeardAt ?? state.startedAt
    this.#listeningSince = tools.now()
    if (fresh.length > 0) this.#save(fresh, true)
  }

  get state(): CallState {
    return this.#state
  }

  /** Resolves when all that happened so far is on disk. */
  get saved(): Promise<void> {
    return this.#saved
  }

  /** False while something is on its way to the disk. */
  get isSaved(): boolean {
    return this.#unsaved === 0
  }

  /** Takes in one transcript event; `arrived`: ms of `performance.now()`. Throws SunlineError 'call ended' or 'unavailable'. */
  hear(event: TranscriptEvent, arrived: number = performance.now()): Hearing {
    if (!this.#transcript.takes(event)) return event.final ? { result: 'stale', saved: this.#saved } : stale
    if (!event.final) return this.#takeInterim(event, arrived)
    this.#refuseClosed()
    this.#refuseFull()
    const saved = this.#apply((log) => this.#hearFinal(log, event), event)
    this.#transcript.keep(event)
    this.#lastHeardAt = this.#tools.now()
    this.#tools.meters.handled(event, arrived)
    return { result: 'accepted', saved }
  }

  /** Shows what an interim text says, unless the call has gone past it. */
  readInterim(event: TranscriptEvent, arrived: number): void {
    const { audience, engine, meters } = this.#tools
    const { id, status } = this.#state
    if (status === 'wrap-up' || status === 'closed' || !audience.watches(id)) return
    const { utterance, warnings, points } = this.#unfinished.hear(this.#state, event, this.#lastHeardAt)
    if (warnings) audience.warnings(id, boardOf(this.#unfinished.now().warnings))
    audience.interim(id, utterance)
    if (points) {
      audience.guidance(id, guidanceView(this.#state, engine, this.#unfinished.now().points))
      meters.guidancePushed()
    }
    meters.handled(event, arrived)
  }

  /** Lets `decide` add entries, shows what changed, and resolves when it is on disk. Throws what `decide` throws, with nothing changed. */
  do(decide: (log: EntryLog, engine: LiveEngine) => void): Promise<void> {
    this.#refuseClosed()
    this.#refuseFull()
    return this.#apply((log) => decide(log, this.#tools.engine), null)
  }

  /** The machine's clock was set `by` ms further: what the call waits for goes on as if it had not been. */
  clockJumped(by: number): void {
    const { status } = this.#state
    if (status === 'closed' || status === 'wrap-up') return
    const now = this.#tools.now()
    this.#lastHeardAt = shifted(this.#lastHeardAt, by, now)
    this.#listeningSince = shifted(this.#listeningSince, by, now)
    void this.#apply((log) => log.add({ type: 'clock jumped', by }), null)
  }

  /** Lets a timer ring that has run out. */
  tick(): void {
    // A caller who was on hold is heard from again when he is retrieved.
    const heardAt = Math.max(this.#lastHeardAt, this.#state.lastHeardAt ?? 0)
    const timer = dueTimer(this.#state, heardAt, this.#tools.now(), this.#tools.silenceMs, this.#listeningSince)
    if (timer === null || !this.#tools.journal.hasRoom()) return
    void this.#apply((log) => ring(log, timer), null)
  }

  /** The whole screen, unfinished speech included. */
  view(): CallView {
    return callView(this.#state, this.#tools.engine, this.#unfinished.now())
  }

  draft(): WrapupDraft {
    return wrapupDraft(this.#state, this.#tools.engine)
  }

  #refuseClosed(): void {
    if (this.#state.status === 'closed') throw new SunlineError('call ended', 'this call is closed; nothing can be added to it', 'callId')
  }

  #refuseFull(): void {
    if (!this.#tools.journal.hasRoom()) throw new SunlineError('unavailable', 'the disk is behind; send it again in a second')
  }

  #apply(decide: (log: EntryLog) => void, final: TranscriptEvent | null): Promise<void> {
    const before = this.#state
    const log = takenIn(before, this.#tools.now(), this.#tools.engine, decide, final?.utteranceId ?? null)
    if (log.entries.length === 0) return this.#saved
    this.#state = log.state
    if (final) {
      this.#tools.interims.drop(this.#keyOf(final))
      this.#unfinished.close(final.utteranceId)
    }
    this.#unfinished.rebase(before, log.state)
    this.#show(before, final)
    this.#save(log.entries, listingChanged(before, log.state))
    return this.#saved
  }

  #save(entries: readonly JournalEntry[], listing: boolean): void {
    const { id } = this.#state
    const saved = this.#tools.journal.append({
      callId: id,
      entries: entries.map((entry) => journalRow(id, entry)),
      call: listing ? callRow(this.#state) : null,
    })
    this.#saved = saved
    this.#unsaved += 1
    const appended = performance.now()
    saved.then(() => this.#tools.meters.written(appended), (error: SunlineError) => this.#tools.lost(this, error)).finally(() => (this.#unsaved -= 1))
  }

  #hearFinal(log: EntryLog, event: TranscriptEvent): void {
    const { engine, retractions } = this.#tools
    if (event.speaker === 'caller') return hearCaller(log, event, engine)
    hearAgent(log, event, engine)
    const { utteranceId } = event
    const kept = new Set(log.state.warnings.filter((warning) => warning.utteranceId === utteranceId && warning.state !== 'retracted').map(({ rule }) => rule))
    const rules = this.#unfinished.verdicts(utteranceId, kept)
    if (rules.length > 0) log.add({ type: 'interims judged', utteranceId, rules })
    for (const verdict of rules) retractions?.add(verdict.rule, 1, verdict.kept ? 0 : 1)
  }

  #takeInterim(event: TranscriptEvent, arrived: number): Hearing {
    const { audience, interims, meters, now } = this.#tools
    if (this.#state.status === 'wrap-up') return stale
    this.#refuseClosed()
    this.#transcript.keep(event)
    this.#lastHeardAt = now()
    if (audience.watches(this.#state.id)) interims.add(this.#keyOf(event), { session: this, event, arrived })
    else meters.handled(event, arrived)
    return accepted
  }

  #keyOf({ utteranceId }: TranscriptEvent): string {
    return `${utteranceId} ${this.#state.id}`
  }

  #show(before: CallState, final: TranscriptEvent | null): void {
    const { audience, engine, meters } = this.#tools
    const state = this.#state
    const { id } = state
    if (before.warnings !== state.warnings) for (const warning of state.warnings) if (!before.warnings.includes(warning)) meters.warningChanged(warning.severity, warning.state)
    if (audience.watches(id)) {
      const unfinished = this.#unfinished.now()
      // An agent's turn also ages the warnings there are and ends the provisional ones.
      if (before.warnings !== state.warnings || final?.speaker === 'agent') audience.warnings(id, boardOf(unfinished.warnings))
      const utterance = final && state.utterances[placeOf(state.utterances, final.utteranceId)]
      if (utterance) audience.heard(id, finalView(utterance))
      if (guidanceChanged(before, state)) {
        audience.guidance(id, guidanceView(state, engine, unfinished.points))
        meters.guidancePushed()
      }
      for (const cue of state.cues.slice(before.cues.length)) audience.cue(id, cue)
      if (contextChanged(before, state)) audience.context(id, callContext(state, engine))
      if (before.status !== state.status) audience.changed(id, callView(state, engine, unfinished))
    }
    if (listingChanged(before, state)) audience.listed(callSummary(state, engine))
  }
}
