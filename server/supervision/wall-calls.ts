import { crisisFlows } from '../../flows/scenarios/crisis/family.ts'
import type { CallState } from '../live/call-state.ts'
import { callSummary } from '../live/call-view.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { Severity, WallCall } from '../protocol.ts'

const crisisIds = new Set(crisisFlows.map(({ definition }) => definition.id))
/** Caller turns in the curve. */
const shownTurns = 24
const gravity: readonly Severity[] = ['block', 'warn', 'hint']

/** Makes what the wall shows of calls. A call that has not changed since is not made again. */
export function wallCalls(engine: LiveEngine): (state: CallState) => WallCall | null {
  const made = new WeakMap<CallState, WallCall>()
  return (state) => {
    const { status } = state
    if (status !== 'live' && status !== 'held') return null
    const known = made.get(state)
    if (known) return known
    const call: WallCall = { ...shown(state, engine), status }
    made.set(state, call)
    return call
  }
}

function shown(state: CallState, engine: LiveEngine): Omit<WallCall, 'status'> {
  const { id, agent, agentId, callerNumber, queue, startedAt, heldSince, lastHeardAt, anger, warnings, stack, whisper } = state
  const open = warnings.filter((warning) => warning.state === 'firm').toSorted((one, other) => gravity.indexOf(one.severity) - gravity.indexOf(other.severity))
  const crisis = stack.findLast(({ flow }) => crisisIds.has(flow))?.flow
  return {
    id, agent, agentId, callerNumber, queue, startedAt, heldSince, lastHeardAt, whisper,
    scenario: callSummary(state, engine).scenario,
    anger: anger.slice(-shownTurns).map(({ level }) => level),
    open: open.length,
    warning: open[0] ? { severity: open[0].severity, match: open[0].match } : null,
    crisis: crisis === undefined ? null : (engine.flowInfo(crisis)?.title ?? { zh: crisis, en: crisis }),
  }
}

const urgency = ({ crisis, warning }: WallCall): number => (crisis !== null ? 2 : warning !== null && warning.severity !== 'hint' ? 1 : 0)

/** A crisis before everything else, then what was said wrong and not put right, then in the order in which the calls began: nothing else changes places, hints neither. */
export const wallOrder = (one: WallCall, other: WallCall): number => urgency(other) - urgency(one) || one.startedAt - other.startedAt || (one.id < other.id ? -1 : 1)
