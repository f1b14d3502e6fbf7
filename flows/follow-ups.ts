import type { FlowBook } from './flow-book.ts'

/** The scenarios that a flow can switch to: what is likely next. */
export function followUps(flows: FlowBook, id: string): readonly string[] {
  const steps = Object.values(flows.find(id)?.definition.steps ?? {})
  return steps.flatMap((step) => (step.kind === 'switch' ? [step.flow] : []))
}
