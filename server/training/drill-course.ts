import { closingFlow, currentStep, type Frame } from '../../flows/conversation.ts'
import type { CallFacts } from '../../flows/facts.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import type { PassedStep } from '../live/call-state.ts'
import { type DrillPlan, type PlannedMove, wayOut } from './drill-plan.ts'

/** The planned way through one flow, and how far the call has come on it. */
export interface Course {
  readonly flows: FlowBook
  readonly flow: string
  readonly moves: readonly PlannedMove[]
  next: number
}

/** The way that a plan prescribes. */
export const courseOf = (flows: FlowBook, { flow: id, moves }: DrillPlan): Course => ({ flows, flow: id, moves, next: 0 })

/** The shortest way out of a flow that came in between. */
export function detour(flows: FlowBook, top: Frame, facts: CallFacts): Course {
  return { flows, flow: top.flow, moves: wayOut(flows.flow(top.flow), top.step, facts) ?? [], next: 0 }
}

/** Where the call should stand, or undefined when the course is run. */
export const due = (course: Course): PlannedMove | undefined => course.moves[course.next]

/** Whether the call stands where the course wants it. */
export function onCourse(course: Course, stack: readonly Frame[]): boolean {
  const top = stack.at(-1)
  return top?.flow === course.flow && top.step === due(course)?.from
}

/** Goes over the moves that the agent's own words made, in the order of the steps that they led to. */
export function follow(course: Course, arrivals: readonly PassedStep[], finished: boolean): void {
  for (const arrival of arrivals) {
    const move = due(course)
    if (move?.event !== 'agent said it' || !leadsTo(course, move, arrival)) return
    course.next += 1
  }
  const move = due(course)
  if (finished && move?.event === 'agent said it' && ends(course, move)) course.next += 1
}

/** Whether a move leads to where the call now stands. */
export function arrived(course: Course, move: PlannedMove, stack: readonly Frame[]): boolean {
  const top = stack.at(-1)
  return top === undefined ? course.flow === closingFlow : leadsTo(course, move, top)
}

/** Whether the call is over the closing, with nothing left to say. */
export const isSilent = (flows: FlowBook, stack: readonly Frame[]): boolean => currentStep(flows, stack) === undefined

const ends = (course: Course, { to }: PlannedMove): boolean => {
  const kind = course.flows.flow(course.flow).definition.steps[to]?.kind
  return kind === 'end' || kind === 'switch'
}
const leadsTo = (course: Course, move: PlannedMove, place: Frame): boolean =>
  ends(course, move) ? place.flow !== course.flow : place.flow === course.flow && place.step === move.to
