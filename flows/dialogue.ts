import { setup } from 'xstate'
import { type Condition, holds, unknown } from './conditions.ts'
import type { CallFacts, FactId } from './facts.ts'
import type { Label } from './fact-kinds.ts'
import type { OwnReaction, Reaction } from './reactions.ts'

export type StepId = string
/** Where each reaction leads. */
export type Reactions = Readonly<Partial<Record<Reaction, StepId>>>

/** The agent says a phrase; what the caller does next decides the way. */
export interface SayStep {
  readonly kind: 'say'
  readonly phrase: string
  readonly on: Reactions
}
/** The agent asks for a fact; the flow goes on to `next` once it is recorded. */
export interface AskStep {
  readonly kind: 'ask'
  readonly phrase: string
  readonly fact: FactId
  readonly next: StepId
  readonly on: Reactions
}
/** A way out of a `decide` step; without `when` it is the last resort. */
export interface Path {
  readonly when?: Condition
  readonly go: StepId
}
/** The flow judges by the facts, without anyone speaking. */
export interface DecideStep {
  readonly kind: 'decide'
  readonly paths: readonly Path[]
}
/** The call belongs to another scenario; its facts go along. */
export interface SwitchStep {
  readonly kind: 'switch'
  readonly flow: string
}
/** The flow is over with an outcome; `resume` returns to what it interrupted. */
export interface EndStep {
  readonly kind: 'end'
  readonly outcome: string
}
export type Step = SayStep | AskStep | DecideStep | SwitchStep | EndStep

/** A documented scenario or interruption as plain, serialisable data. */
export interface FlowDefinition {
  readonly id: string
  readonly initial: StepId
  /** What this scenario must find out, in the order of the documented case. */
  readonly findOut?: readonly FactId[]
  readonly steps: Readonly<Record<StepId, Step>>
  /** Speaking steps that were renamed or taken out: where calls that stand on them go on. */
  readonly renamed?: Readonly<Record<StepId, StepId>>
  /** Reactions that the catalogue does not have. */
  readonly reactions?: Readonly<Record<OwnReaction, Label>>
}

/** Say a phrase, given as `file/key` of the scripts library. */
export const say = (phrase: string, on: Reactions): SayStep => ({ kind: 'say', phrase, on })
/** Ask for a fact with a phrase; go on once it is known. `on` lists other reactions, e.g. the caller does not know. */
export const ask = (phrase: string, fact: FactId, next: StepId, on: Reactions = {}): AskStep => ({
  kind: 'ask',
  phrase,
  fact,
  next,
  on,
})
/** Judge by the facts: the first path whose condition holds is taken. The last path has no condition. */
export const decide = (paths: readonly Path[]): DecideStep => ({ kind: 'decide', paths })
/** Go over to another scenario. Name the step after that scenario. */
export const switchTo = (flow: string): SwitchStep => ({ kind: 'switch', flow })
/** End with an outcome of the documented case. */
export const end = (outcome: string): EndStep => ({ kind: 'end', outcome })

const dialogue = setup({
  types: {
    context: {} as CallFacts,
    input: {} as CallFacts,
    events: {} as { type: Reaction },
    meta: {} as { step: Step },
  },
  guards: {
    holds: ({ context }, condition: Condition) => holds(condition, context),
    known: ({ context }, fact: FactId) => !holds(unknown(fact), context),
  },
})

function stateOf(step: Step) {
  const meta = { step }
  if (step.kind === 'say') return { meta, on: step.on }
  if (step.kind === 'ask') {
    const recorded = { target: step.next, guard: { type: 'known', params: step.fact } } as const
    return { meta, on: { ...step.on, 'fact recorded': recorded } }
  }
  if (step.kind === 'decide') {
    const always = step.paths.map(({ when, go }) =>
      when === undefined ? { target: go } : { target: go, guard: { type: 'holds', params: when } as const },
    )
    return { meta, always }
  }
  return { meta, type: 'final' as const }
}

/** Turns a definition into a machine. Throws at import when a step names a target that does not exist. */
export function scenario(definition: FlowDefinition) {
  const states = Object.fromEntries(Object.entries(definition.steps).map(([id, step]) => [id, stateOf(step)]))
  const machine = dialogue.createMachine({
    id: definition.id,
    initial: definition.initial,
    context: ({ input }) => input,
    states,
  })
  return { definition, machine }
}

export type Flow = ReturnType<typeof scenario>
export type FlowMachine = Flow['machine']
