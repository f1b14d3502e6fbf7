import { closingFlow, openingFlow } from '../../flows/conversation.ts'
import { policy } from '../../flows/policy.ts'
import { interruptionFlows } from '../../flows/interruptions/family.ts'
import { SunlineError } from '../errors.ts'
import type { CallEvent, ConventionChange, JournalEntry } from './call-events.ts'
import type { CallState, ConventionOccasion, PassedStep, Position } from './call-state.ts'
import { onNewClock } from './set-clock.ts'
import { withUtterance } from './utterance-fold.ts'
import { startOfDay } from './valid-sentences.ts'

type Of<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>

/** How many positions one can go back. */
const mostEarlier = 200
/** Flows of every call; all others are scenarios, those of later versions among them. */
const everyCalls = new Set([openingFlow, closingFlow, ...interruptionFlows.map(({ definition }) => definition.id)])

/** The state of a call after one more entry. Pure: the same entries always give the same state. */
export function fold(state: CallState, { seq, at, event }: JournalEntry): CallState {
  return { ...applied(state, event, at), nextSeq: seq + 1 }
}

/**
 * The state that a whole journal gives, entries in order of `seq`.
 * Throws SunlineError 'internal' when the journal does not begin with the start of a call or has a gap.
 */
export function foldAll(entries: readonly JournalEntry[]): CallState {
  const [first, ...rest] = entries
  if (first?.event.type !== 'call started') throw new SunlineError('internal', 'the journal does not begin with the start of a call')
  return rest.reduce((state, entry) => {
    if (entry.seq !== state.nextSeq) throw new SunlineError('internal', `the journal of ${state.id} lacks entry ${String(state.nextSeq)}`)
    return fold(state, entry)
  }, started(first.event, first.at))
}

/** The state after a call's first entry. */
export function started(event: Of<'call started'>, at: number): CallState {
  const { callId, agent, agentId = null, team = null, origin = 'live', callerNumber, queue, libraryVersion, stack, facts, openingNotice = null } = event
  return {
    id: callId, agent, agentId, team, origin, callerNumber, queue, libraryVersion, status: 'live', startedAt: at, endedAt: null, lastHeardAt: null,
    heldSince: null, nextSeq: 1, guidanceSeq: 0, stack, cause: null, resumed: false, finished: false, earlier: [],
    passed: passing([], stack.at(-1), at), scenario: null, outcome: null, points: {}, heard: [],
    facts: Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, { value, origin: 'system' }])),
    utterances: [], warnings: [], agentTurns: 0, cues: [], suggestions: [], anger: [], promises: [],
    silenceNoticed: false, holdReminders: 0, promiseDue: false, day: startOfDay(at), notice: null, conventions: [], conventionResults: null, openingNotice, whisper: null, wrapup: null,
  }
}

function applied(state: CallState, event: CallEvent, at: number): CallState {
  switch (event.type) {
    case 'call started':
    case 'guidance shown':
    case 'interims judged':
      return state
    case 'call described':
      return { ...state, agent: event.agent, agentId: event.agentId ?? null, team: event.team ?? null, callerNumber: event.callerNumber, queue: event.queue }
    case 'utterance heard':
      return withUtterance(state, event, at)
    case 'cue raised':
      return { ...state, cues: [...state.cues, event.cue] }
    case 'warning changed': {
      const known = state.warnings.some(({ id }) => id === event.warning.id)
      const warnings = known ? state.warnings.map((each) => (each.id === event.warning.id ? event.warning : each)) : [...state.warnings, event.warning]
      return { ...state, warnings }
    }
    case 'point said': {
      const { [event.point]: _, ...others } = state.points
      return { ...state, points: event.said ? { ...others, [event.point]: event.heard } : others }
    }
    case 'fact recorded': {
      const { [event.fact]: _, ...others } = state.facts
      return { ...state, facts: event.value === null ? others : { ...others, [event.fact]: { value: event.value, origin: event.origin } } }
    }
    case 'moved':
      return moved(state, event, at)
    case 'held':
      return { ...state, status: 'held', heldSince: at, holdReminders: 0 }
    case 'retrieved':
      return { ...state, status: 'live', heldSince: null, lastHeardAt: at, silenceNoticed: false }
    case 'clock rang':
      if (event.timer === 'caller silent') return { ...state, silenceNoticed: true }
      if (event.timer === 'day changed') return { ...state, day: startOfDay(at) }
      if (event.timer === 'hold reminder') return { ...state, holdReminders: remindersBy(state, at) }
      return event.timer === 'promise due' ? { ...state, promiseDue: true } : state
    case 'clock jumped':
      return onNewClock(state, event.by, at)
    case 'conventions noted':
      return { ...state, conventions: withChanges(state, event.changes, at) }
    case 'conventions judged':
      return { ...state, conventionResults: event.results }
    case 'whisper sent':
      return { ...state, whisper: { id: event.id, text: event.text, from: event.by, at, seenAt: null } }
    case 'whisper acknowledged':
      return state.whisper?.id === event.id && state.whisper.seenAt === null ? { ...state, whisper: { ...state.whisper, seenAt: at } } : state
    case 'ended':
      return { ...state, status: 'wrap-up', endedAt: at, heldSince: null }
    case 'wrapped up':
      return { ...state, status: 'closed', wrapup: { disposition: event.disposition, notes: event.notes } }
  }
}

/** One reminder stands for all that were due while nobody was there to give them. */
const remindersBy = ({ holdReminders, heldSince }: CallState, at: number): number => Math.max(holdReminders + 1, Math.floor((at - (heldSince ?? at)) / (policy.holdReminderSeconds.value * 1_000)))

function moved(state: CallState, event: Of<'moved'>, at: number): CallState {
  const { stack, resumed, finished, cause, notice } = event
  const undone = cause.by === 'undo' ? state.earlier.at(-1) : undefined
  const scenario = undone ? undone.scenario : (stack.findLast(({ flow }) => !everyCalls.has(flow))?.flow ?? state.scenario)
  return {
    ...state, stack, cause, resumed, finished, notice, scenario,
    earlier: undone ? state.earlier.slice(0, -1) : [...state.earlier.slice(1 - mostEarlier), positionOf(state)],
    passed: undone ? state.passed.slice(0, -1) : passing(state.passed, stack.at(-1), at),
    guidanceSeq: state.guidanceSeq + 1,
    outcome: event.outcome ?? state.outcome,
    points: {},
    heard: [],
  }
}

/** An open occasion takes the change; where there is none, the convention became due. */
function withChanges({ conventions, agentTurns }: CallState, changes: readonly ConventionChange[], at: number): readonly ConventionOccasion[] {
  const occasions = [...conventions]
  for (const change of changes) {
    const open = occasions.findLastIndex(({ convention, status }) => convention === change.convention && (status === 'open' || status === 'due'))
    const { turn, at: since } = occasions[open] ?? { turn: agentTurns, at }
    occasions.splice(open < 0 ? occasions.length : open, open < 0 ? 0 : 1, { ...change, turn, at: since })
  }
  return occasions
}

const positionOf = ({ stack, cause, resumed, finished, scenario }: CallState): Position => ({ stack, cause, resumed, finished, scenario })

function passing(passed: readonly PassedStep[], top: Position['stack'][number] | undefined, at: number): readonly PassedStep[] {
  return top ? [...passed, { ...top, at }] : passed
}
