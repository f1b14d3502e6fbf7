import type { FactValue, JournalEntry } from '../live/call-events.ts'
import { dueTimer } from '../live/due-timers.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { ImportedTurn } from './import-turns.ts'
import { beginRun, type CallRun } from './run-inputs.ts'

/** What is known of an imported call besides its words. `startedAt`: ms since the epoch; `callerNumber` is masked already. */
export interface ImportedDetails {
  readonly callId: string
  readonly agent: string
  readonly agentId: string | null
  readonly team: string | null
  readonly queue: string
  readonly callerNumber: string
  readonly startedAt: number
  readonly facts: Readonly<Record<string, FactValue>>
  /** The scenario that the agent took; null: the first that fits well. */
  readonly scenario: string | null
  /** ms without a word after which the caller counts as silent. */
  readonly silenceMs: number
}

/** From this probability on a suggested scenario is taken when nobody named one. */
const takenFrom = 0.5
const clockStepMs = 1_000
const hangUpMs = 1_000

/** The journal that a call would have left if it had been heard live: its utterances one by one, and the clock in its silences. */
export function importJournal(turns: readonly ImportedTurn[], details: ImportedDetails, engine: LiveEngine): readonly JournalEntry[] {
  const { callId, agent, agentId, team, queue, callerNumber, startedAt, facts, scenario, silenceMs } = details
  const run = beginRun({ type: 'call started', callId, agent, agentId, team, origin: 'import', callerNumber, queue, libraryVersion: engine.version, stack: [], facts }, startedAt, engine)
  let heardMs = 0
  for (const [index, { speaker, text, startMs, endMs }] of turns.entries()) {
    ringBetween(run, startedAt + heardMs, startedAt + startMs, silenceMs)
    // Speech that overlaps is heard in the order in which it began.
    heardMs = Math.max(heardMs, endMs)
    const at = startedAt + heardMs
    run.take({ at, input: { kind: 'final', utterance: { id: `${speaker}-${String(index + 1)}`, revision: 1, speaker, text, startMs, endMs, source: 'import' } } })
    const chosen = run.state.scenario === null ? fitting(run, scenario) : null
    if (chosen !== null) run.take({ at, input: { kind: 'choice', scenario: chosen } })
  }
  run.take({ at: startedAt + heardMs + hangUpMs, input: { kind: 'end' } })
  return run.entries
}

function ringBetween(run: CallRun, from: number, until: number, silenceMs: number): void {
  for (let at = from + clockStepMs; at < until; at += clockStepMs) {
    const timer = dueTimer(run.state, from, at, silenceMs)
    if (timer !== null && timer !== 'abandoned') run.take({ at, input: { kind: 'timer', timer } })
  }
}

function fitting({ state }: CallRun, wanted: string | null): string | null {
  const [best] = state.suggestions
  if (wanted !== null) return state.suggestions.some(({ scenario }) => scenario === wanted) || state.utterances.length > 3 ? wanted : null
  return best && best.score >= takenFrom ? best.scenario : null
}
