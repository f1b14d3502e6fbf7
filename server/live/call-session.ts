import { SunlineError } from '../errors.ts'
import type { CallView, TranscriptEvent, WrapupDraft } from '../protocol.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
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
import type { Meters } from './meters.ts'
import type { LiveEngine } from './ports.ts'
import { ring, takenIn } from './taken-in.ts'
import { transcript } from './transcript.ts'
import { unfinishedSpeech } from './unfinished-speech.ts'
import { wrapupDraft } from './wrapup-draft.ts'

export interface SessionTools {
  readonly engine: LiveEngine
  readonly audience: Audience
  readonly journal: JournalWriter
  readonly meters: Meters
  /** ms since the epoch. */
  readonly now: () => number
  /** ms without a word after which the caller counts as silent. */
  readonly silenceMs: number
  /** The journal refused the call's entries: memory and disk differ, so the session must not be used any more. */
  readonly lost: (session: CallSession, error: SunlineError) => void
}
/** What became of a transcript event. `saved` resolves when everything taken so far is on disk. */
export interface Hearing {
  readonly result: 'accepted' | 'stale'
  readonly saved: Promise<void>
}
const nothingToSave = Promise.resolve()

/** One call while it is in memory: takes in what happens, writes the journal, shows what changed. */
export class CallSession {
  #state: CallState
  #saved: Promise<void> = nothingToSave
  #lastHeardAt: number
  #unsaved = 0
  readonly #tools: SessionTools
  readonly #transcript
  readonly #unfinished

  /** `fresh`: entries that led to `state` and are not written yet. */
  constructor(state: CallState, fresh: readonly JournalEntry[], tools: SessionTools) {
    this.#state = state
    this.#tools = tools
    this.#transcript = transcript(state.utterances)
    this.#unfinished = unfinishedSpeech(tools.engine, state)
    this.#lastHeardAt = state.lastHeardAt ?? state.startedAt
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

  /** Takes in one transcript event. Throws SunlineError 'call ended' or 'unavailable'. */
  hear(event: TranscriptEvent): Hearing {
    if (!this.#transcript.takes(event)) return { result: 'stale', saved: event.final ? this.#saved : nothingToSave }
    if (!event.final) {
      if (this.#state.status === 'wrap-up') return { result: 'stale', saved: nothingToSave }
      this.#refuseClosed()
      this.#transcript.keep(event)
      this.#hearInterim(event)
      return { result: 'accepted', saved: nothingToSave }
    }
    this.#refuseClosed()
    this.#refuseFull()
    const saved = this.#apply((log) => (event.speaker === 'agent' ? hearAgent : hearCaller)(log, event, this.#tools.engine), event)
    this.#transcript.keep(event)
    this.#lastHeardAt = this.#tools.now()
    return { result: 'accepted', saved }
  }

  /** Lets `decide` add entries, shows what changed, and resolves when it is on disk. Throws what `decide` throws, with nothing changed. */
  do(decide: (log: EntryLog, engine: LiveEngine) => void): Promise<void> {
    this.#refuseClosed()
    this.#refuseFull()
    return this.#apply((log) => decide(log, this.#tools.engine), null)
  }

  /** Lets a timer ring that has run out. */
  tick(): void {
    const timer = dueTimer(this.#state, this.#lastHeardAt, this.#tools.now(), this.#tools.silenceMs)
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
    if (final) this.#unfinished.close(final.utteranceId)
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
    saved.catch((error: SunlineError) => this.#tools.lost(this, error)).finally(() => (this.#unsaved -= 1))
  }

  #hearInterim(event: TranscriptEvent): void {
    const { audience, engine, meters, now } = this.#tools
    const { id } = this.#state
    this.#lastHeardAt = now()
    if (!audience.watches(id)) return
    const { utterance, warnings, points } = this.#unfinished.hear(this.#state, event, this.#lastHeardAt)
    if (warnings) audience.warnings(id, boardOf(this.#unfinished.now().warnings))
    audience.interim(id, utterance)
    if (points) {
      audience.guidance(id, guidanceView(this.#state, engine, this.#unfinished.now().points))
      meters.guidancePushed()
    }
  }

  #show(before: CallState, final: TranscriptEvent | null): void {
    const { audience, engine, meters } = this.#tools
    const state = this.#state
    const { id } = state
    for (const warning of state.warnings) if (!before.warnings.includes(warning)) meters.warningChanged(warning.severity, warning.state)
    if (audience.watches(id)) {
      const unfinished = this.#unfinished.now()
      // An agent's turn also ages the warnings there are and ends the provisional ones.
      if (before.warnings !== state.warnings || final?.speaker === 'agent') audience.warnings(id, boardOf(unfinished.warnings))
      const utterance = final && state.utterances.find((each) => each.id === final.utteranceId)
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
