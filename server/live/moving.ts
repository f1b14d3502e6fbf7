import { advance, choose, closingFlow, currentStep, type Frame, type Move, restore } from '../../flows/conversation.ts'
import { type CallFacts, isFactId } from '../../flows/facts.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { SunlineError } from '../errors.ts'
import type { Label } from '../protocol.ts'
import type { FactOrigin, FactValue, MoveCause } from './call-events.ts'
import type { CallState } from './call-state.ts'
import type { EntryLog } from './entry-log.ts'

/** By the facts of a call: their values alone. They are asked for many times between two changes. */
const valuesOf = new WeakMap<CallState['facts'], CallFacts>()

/** What the call knows, as the flows judge by it. */
export function knownFacts({ facts }: CallState): CallFacts {
  const known = valuesOf.get(facts)
  if (known !== undefined) return known
  const values = Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value])) as CallFacts
  valuesOf.set(facts, values)
  return values
}

/** The fact that the current step asks for, or null. */
export function askedFact({ stack }: CallState, flows: FlowBook): string | null {
  const step = currentStep(flows, stack)
  return step?.kind === 'ask' ? step.fact : null
}

/** Moves the dialogue by a reaction. False when nothing answers it here. `heard`: the caller's words, null when reported. */
export function react(log: EntryLog, reaction: Reaction, heard: string | null): boolean {
  if (log.state.status === 'wrap-up') return false
  const move = advance(log.flows, log.state.stack, reaction, knownFacts(log.state))
  if (move.change === 'none') return false
  place(log, move, { by: 'reaction', reaction, heard })
  return true
}

/** Goes over to a documented scenario. Throws SunlineError 'not found'. */
export function chooseScenario(log: EntryLog, scenario: string): void {
  if (!log.flows.scenarioIds.includes(scenario)) throw new SunlineError('not found', `there is no scenario "${scenario}"`, 'scenario')
  place(log, choose(log.flows, log.state.stack, scenario, knownFacts(log.state)), { by: 'choice', scenario })
}

/** Returns to the position before the last move. Throws SunlineError 'conflict' at the first step. */
export function goBack(log: EntryLog): void {
  const before = log.state.earlier.at(-1)
  if (!before) throw new SunlineError('conflict', 'this is the first step; there is nothing to go back to')
  const { resumed, finished } = before
  // The version may have changed since: the step may have another name, or be gone.
  const { stack } = restore(log.flows, before.stack, knownFacts(log.state))
  log.add({ type: 'moved', cause: { by: 'undo' }, stack, outcome: null, resumed, finished, notice: null })
}

/** Puts the call on a given speaking step. Throws SunlineError 'not found' when the flow has no such step. */
export function correctTo(log: EntryLog, { flow, step }: Frame): void {
  const kind = log.flows.find(flow)?.definition.steps[step]?.kind
  if (kind !== 'say' && kind !== 'ask') throw new SunlineError('not found', `"${flow}" has no step "${step}" that is spoken`, 'frame')
  const { stack } = log.state
  const at = stack.findLastIndex((frame) => frame.flow === flow)
  const kept = at < 0 ? stack.slice(0, -1) : stack.slice(0, at)
  const returns = (at < 0 ? stack.at(-1) : stack[at])?.returns
  const frame: Frame = returns ? { flow, step, returns } : { flow, step }
  log.add({ type: 'moved', cause: { by: 'correction' }, stack: [...kept, frame], outcome: null, resumed: false, finished: false, notice: null })
}

/** Records what became known; a step that asks for it moves on. Nothing happens when it is known so already. */
export function recordFact(log: EntryLog, fact: string, value: FactValue | null, origin: FactOrigin): void {
  const known = log.state.facts[fact]
  if (!isFactId(fact)) return
  const asked = askedFact(log.state, log.flows) === fact
  if ((known?.value ?? null) !== value || (known && known.origin !== origin && origin === 'agent')) {
    log.add({ type: 'fact recorded', fact, value, origin })
  }
  if (value !== null && asked) react(log, 'fact recorded', null)
}

/** Finds the call's place in the flows of today after a restart, and says so when it was lost. `otherWords`: so were the words that it began with. */
export function findPlace(log: EntryLog, otherWords: boolean): void {
  const { state } = log
  const { stack, restarted } = restore(log.flows, state.stack, knownFacts(state))
  const same = JSON.stringify(stack) === JSON.stringify(state.stack)
  if (same && !otherWords) return
  const newest: Label | null = otherWords ? { zh: '这通电话开始时的话术找不到了，现在用的是最新话术', en: 'The words that this call began with are gone; these are the newest' } : null
  const notice: Label | null = restarted.length === 0 ? newest : { zh: '话术流程已更新，请确认现在该说哪一步', en: 'The script has changed; please confirm the current step' }
  log.add({ type: 'moved', cause: { by: 'restart' }, stack, outcome: null, resumed: same && state.resumed, finished: same && state.finished, notice })
}

function place(log: EntryLog, move: Move, cause: MoveCause): void {
  const ending = move.endings.find(({ flow }) => flow !== closingFlow) ?? (log.state.outcome === null ? move.endings[0] : undefined)
  log.add({
    type: 'moved',
    cause,
    stack: move.stack,
    outcome: ending?.outcome ?? null,
    resumed: move.change === 'resumed',
    finished: move.change === 'finished',
    notice: null,
  })
}
