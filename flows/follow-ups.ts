import { findFlow } from './index.ts'

/** The scenarios that a flow can switch to: what is likely next. */
export function followUps(id: string): readonly string[] {
  const steps = Object.values(findFlow(id)?.definition.steps ?? {})
  return steps.flatMap((step) => (step.kind === 'switch' ? [step.flow] : []))
}
