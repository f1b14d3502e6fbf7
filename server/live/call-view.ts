import type { CallContext, CallSummary, CallView, Utterance } from '../protocol.ts'
import { boardOf } from '../wording/warning-board.ts'
import type { WarningLog } from '../wording/warning-lifecycle.ts'
import type { FinalUtterance } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { factViews } from './fact-view.ts'
import { guidanceView } from './guidance-view.ts'
import type { InterimHearing } from './interim.ts'
import type { LiveEngine } from './ports.ts'
import { reminders } from './reminders.ts'
import { firmWarnings } from './warnings.ts'

/** What is heard but not final, over all open utterances of a call. */
export interface Unfinished {
  readonly utterances: readonly Utterance[]
  /** The firm warnings with the provisional ones. */
  readonly warnings: WarningLog
  readonly points: InterimHearing['points']
}

/** The whole screen of a call. */
export function callView(state: CallState, engine: LiveEngine, unfinished: Unfinished = { utterances: [], warnings: firmWarnings(state), points: {} }): CallView {
  return {
    ...callSummary(state, engine),
    ...callContext(state, engine),
    utterances: [...state.utterances.map(finalView), ...unfinished.utterances],
    guidance: guidanceView(state, engine, unfinished.points),
    warnings: boardOf(unfinished.warnings),
    cues: state.cues,
    libraryVersion: state.libraryVersion,
    passed: state.passed.map(({ flow, step }) => ({ flow, step })),
  }
}

/** A call as the list shows it. */
export function callSummary(state: CallState, engine: LiveEngine): CallSummary {
  const { id, status, startedAt, endedAt, agent, agentId, team, callerNumber, queue, lastHeardAt, scenario } = state
  const title = scenario === null ? null : (engine.flowInfo(scenario)?.title ?? { zh: scenario, en: scenario })
  return { id, status, startedAt, endedAt, agent, agentId, team, callerNumber, queue, scenario: title, lastHeardAt }
}

/** Caller turns whose mood the screen shows. */
const moodTurns = 40

/** Everything beside the sentence. */
export function callContext(state: CallState, engine: LiveEngine): CallContext {
  const { status, suggestions, heldSince, notice, lastHeardAt, endedAt, whisper } = state
  return {
    status,
    facts: factViews(state, engine.flows),
    suggestions: suggestions.filter(({ scenario }) => scenario !== state.scenario),
    reminders: reminders(state, engine),
    anger: state.anger.slice(-moodTurns).map(({ atMs, level }) => ({ atMs, level })),
    heldSince,
    notice,
    lastHeardAt,
    endedAt,
    whisper,
    scenario: callSummary(state, engine).scenario,
  }
}

/** A final utterance as the screen shows it. */
export const finalView = ({ id, speaker, text, startMs, endMs, marks }: FinalUtterance): Utterance => ({
  id, speaker, text, final: true, startMs, endMs, marks,
})
