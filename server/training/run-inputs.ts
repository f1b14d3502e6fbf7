import { open as openStack } from '../../flows/conversation.ts'
import { SunlineError } from '../errors.ts'
import type { CallEvent, JournalEntry } from '../live/call-events.ts'
import { describe } from '../live/call-details.ts'
import type { CallState } from '../live/call-state.ts'
import * as commands from '../live/commands.ts'
import { entryLog, type EntryLog } from '../live/entry-log.ts'
import { started } from '../live/fold.ts'
import { noteShown } from '../live/guidance-shown.ts'
import { hearAgent } from '../live/hear-agent.ts'
import { hearCaller } from '../live/hear-caller.ts'
import { react, recordFact } from '../live/moving.ts'
import type { LiveEngine } from '../live/ports.ts'
import { ring, takenIn } from '../live/taken-in.ts'
import type { Input, TimedInput } from './call-inputs.ts'

type CallStart = Extract<CallEvent, { type: 'call started' }>

/** A call as it goes with one engine, taken input by input. */
export interface CallRun {
  readonly state: CallState
  readonly entries: readonly JournalEntry[]
  /** Takes one input in. False when nothing in this run answers it (a key of a step that this run is not on): nothing changes then. */
  readonly take: (timed: TimedInput) => boolean
}

/** Begins a call again under the words of `engine`. `at`: ms since the epoch. */
export function beginRun(start: CallStart, at: number, engine: LiveEngine): CallRun {
  const event: CallStart = { ...start, libraryVersion: engine.version, stack: openStack(engine.flows, start.facts) }
  const first = entryLog(started(event, at), at, engine.flows)
  noteShown(first, null, engine)
  const entries: JournalEntry[] = [{ seq: 0, at, event }, ...first.entries]
  let { state } = first
  return {
    get state() {
      return state
    },
    entries,
    take: ({ at: now, input }) => {
      try {
        const log = takenIn(state, now, engine, (each) => apply(each, input, engine), input.kind === 'final' ? input.utterance.id : null)
        entries.push(...log.entries)
        state = log.state
        return log.entries.length > 0
      } catch (error) {
        if (error instanceof SunlineError) return false
        throw error
      }
    },
  }
}

/** The whole journal that the inputs give under the words of `engine`. Throws SunlineError 'internal' when `entries` does not begin with the start of a call. */
export function runInputs(entries: readonly JournalEntry[], inputs: readonly TimedInput[], engine: LiveEngine): readonly JournalEntry[] {
  const [first] = entries
  if (first?.event.type !== 'call started') throw new SunlineError('internal', 'the journal does not begin with the start of a call')
  const run = beginRun(first.event, first.at, engine)
  for (const input of inputs) run.take(input)
  return run.entries
}

function apply(log: EntryLog, input: Input, engine: LiveEngine): void {
  switch (input.kind) {
    case 'final': {
      const { id: utteranceId, ...utterance } = input.utterance
      const hear = utterance.speaker === 'agent' ? hearAgent : hearCaller
      return hear(log, { ...utterance, utteranceId, callId: log.state.id, final: true }, engine)
    }
    case 'reaction':
      return void react(log, input.reaction, null)
    case 'choice':
      return commands.pickScenario(input.scenario)(log)
    case 'correction':
      return commands.correctStep(input.frame)(log)
    case 'undo':
      return commands.correctStep(undefined)(log)
    case 'point':
      return commands.tickPoint(log.state.guidanceSeq, input.point, input.said)(log, engine)
    case 'fact':
      return recordFact(log, input.fact, input.value, input.origin)
    case 'dismissal':
      return commands.dismissWarning(input.warningId, input.reason)(log)
    case 'hold':
      return commands.hold(log)
    case 'retrieve':
      return commands.retrieve(log)
    case 'end':
      return log.add({ type: 'ended' })
    case 'timer':
      return ring(log, input.timer)
    case 'description': {
      const { agent, agentId = null, team = null, callerNumber, queue } = input.event
      return describe(log, { agent, agentId, team, origin: log.state.origin, callerNumber, queue, facts: {} })
    }
    case 'wrap-up':
      return log.add({ type: 'wrapped up', disposition: input.disposition, notes: input.notes })
  }
}
