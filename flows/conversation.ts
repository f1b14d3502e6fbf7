import { getInitialSnapshot, getNextSnapshot } from 'xstate'
import type { Flow, Step } from './dialogue.ts'
import type { CallFacts } from './facts.ts'
import type { FlowBook } from './flow-book.ts'
import type { Reaction } from './reactions.ts'

/** Where a call stands in one flow. `returns`: when this flow ends, the call goes back to the frame below. */
export interface Frame {
  readonly flow: string
  readonly step: string
  readonly returns?: true
}

/** The outcome of a flow that ended. */
export interface Ending {
  readonly flow: string
  readonly outcome: string
}

/** What an event did to the stack. `resumed` asks for a bridge sentence before the step's own. */
export interface Move {
  readonly stack: readonly Frame[]
  readonly endings: readonly Ending[]
  readonly change: 'none' | 'step' | 'interrupted' | 'resumed' | 'switched' | 'closing' | 'finished'
}

export const openingFlow = 'hotline-opening'
export const closingFlow = 'give-ticket-and-close'
export const questionFlow = 'second-question'

interface Interruption {
  readonly flow: string
  /**
   * Danger to people, 1 or, a person already hurt, 2: taken even where the current step handles the reaction itself; what it
   * interrupts is dropped, unless that is as grave.
   */
  readonly preempts?: 1 | 2
}

/** Which flow each interrupting reaction pushes over the call. */
export const interruptions: Readonly<Partial<Record<Reaction, Interruption>>> = {
  'someone is hurt': { flow: 'crisis-personal-injury', preempts: 2 },
  'smoke or electric shock': { flow: 'crisis-safety-hazard', preempts: 1 },
  'caller speaks of harm': { flow: 'crisis-escalation', preempts: 2 },
  'caller threatens to expose or sue': { flow: 'threat-to-expose-or-sue' },
  'caller asks for a supervisor': { flow: 'asks-for-supervisor' },
  'caller angry': { flow: 'calm-anger' },
  'caller asks another question': { flow: questionFlow },
  'caller silent': { flow: 'caller-silent' },
  'agent holds': { flow: 'on-hold' },
}

const gravities: ReadonlyMap<string, number> = new Map(
  Object.values(interruptions).flatMap((each) => (each?.preempts ? [[each.flow, each.preempts] as const] : [])),
)
/** How grave the gravest danger is that the call is about; 0 when none. */
const gravity = (stack: readonly Frame[]): number => Math.max(0, ...stack.map((frame) => gravities.get(frame.flow) ?? 0))

const unchanged = (stack: readonly Frame[]): Move => ({ stack, endings: [], change: 'none' })
const stepOf = (found: Flow, id: string): Step | undefined => found.definition.steps[id]
const frameAt = (id: string, step: string, returns: true | undefined): Frame =>
  returns ? { flow: id, step, returns } : { flow: id, step }

/** Starts a flow on top of `below`, running its decisions until someone speaks or it ends. */
function enter(flows: FlowBook, id: string, below: readonly Frame[], facts: CallFacts, returns?: true): Move {
  const { machine } = flows.flow(id)
  return settle(flows, frameAt(id, String(getInitialSnapshot(machine, facts).value), returns), below, facts)
}

/** Follows a frame that may stand on an end or a switch, until the stack rests on a speaking step. */
function settle(flows: FlowBook, top: Frame, below: readonly Frame[], facts: CallFacts): Move {
  const step = stepOf(flows.flow(top.flow), top.step)
  if (step?.kind === 'switch') {
    const next = enter(flows, step.flow, below, facts, top.returns)
    return { ...next, change: next.change === 'none' || next.change === 'step' ? 'switched' : next.change }
  }
  if (step?.kind !== 'end') return { stack: [...below, top], endings: [], change: 'step' }
  const endings = step.outcome === 'resume' ? [] : [{ flow: top.flow, outcome: step.outcome }]
  if (below.length > 0 && (step.outcome === 'resume' || top.returns)) return { stack: below, endings, change: 'resumed' }
  if (top.flow === closingFlow) return { stack: [], endings, change: 'finished' }
  const closing = enter(flows, closingFlow, [], facts)
  return { stack: closing.stack, endings: [...endings, ...closing.endings], change: 'closing' }
}

/** The stack of a new call: the opening. */
export const open = (flows: FlowBook, facts: CallFacts): readonly Frame[] => enter(flows, openingFlow, [], facts).stack

/** What the call's top frame stands on; undefined when the script is finished or the step no longer exists. */
export function currentStep(flows: FlowBook, stack: readonly Frame[]): Step | undefined {
  const top = stack.at(-1)
  const found = top && flows.find(top.flow)
  return found && stepOf(found, top.step)
}

/** Reactions that the current step answers itself, in the order of the flow, "fact recorded" left out. */
export function possibleReactions(flows: FlowBook, stack: readonly Frame[]): readonly Reaction[] {
  const step = currentStep(flows, stack)
  if (step?.kind !== 'say' && step?.kind !== 'ask') return []
  return Object.keys(step.on) as Reaction[]
}

/** The stack after a reaction. A reaction that neither the step nor an interruption answers changes nothing. */
export function advance(flows: FlowBook, stack: readonly Frame[], reaction: Reaction, facts: CallFacts): Move {
  const top = stack.at(-1)
  if (top === undefined) return unchanged(stack)
  const { machine } = flows.flow(top.flow)
  const snapshot = machine.resolveState({ value: top.step, context: facts })
  const interruption = interruptions[reaction]
  if (!interruption?.preempts && snapshot.can({ type: reaction })) {
    const next = getNextSnapshot(machine, snapshot, { type: reaction })
    return settle(flows, frameAt(top.flow, String(next.value), top.returns), stack.slice(0, -1), facts)
  }
  if (!interruption || stack.some((frame) => frame.flow === interruption.flow)) return unchanged(stack)
  if (gravity(stack) >= (interruption.preempts ?? 1)) return unchanged(stack)
  return { ...enter(flows, interruption.flow, interruption.preempts ? [] : stack, facts), change: 'interrupted' }
}

/** The stack after choosing a scenario: a second question is answered on top and returns; otherwise the call starts over in it. */
export function choose(flows: FlowBook, stack: readonly Frame[], id: string, facts: CallFacts): Move {
  const question = stack.at(-1)?.flow === questionFlow
  const move = question ? enter(flows, id, stack.slice(0, -1), facts, true) : enter(flows, id, [], facts)
  return { ...move, change: move.change === 'step' ? 'switched' : move.change }
}

/**
 * Frames as they can be continued with the given flows: a renamed step is followed,
 * a flow whose step is gone starts over, a flow that is gone is dropped. `restarted` names the flows that lost their place.
 */
export function restore(
  flows: FlowBook,
  stack: readonly Frame[],
  facts: CallFacts,
): { readonly stack: readonly Frame[]; readonly restarted: readonly string[] } {
  const restarted: string[] = []
  const frames = stack.flatMap((frame): readonly Frame[] => {
    const found = flows.find(frame.flow)
    const step = flows.renamed(frame.flow, frame.step)
    const kind = found && stepOf(found, step)?.kind
    if (kind === 'say' || kind === 'ask') return [frameAt(frame.flow, step, frame.returns)]
    restarted.push(frame.flow)
    if (found === undefined) return []
    return [frameAt(frame.flow, String(getInitialSnapshot(found.machine, facts).value), frame.returns)]
  })
  return { stack: frames.length === 0 && stack.length > 0 ? open(flows, facts) : frames, restarted }
}
