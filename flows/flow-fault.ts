import type { StepId } from './dialogue.ts'
import type { Label } from './fact-kinds.ts'

/** What is wrong with the structure of a flow, as a sentence in both languages, and the step to look at; null: the flow as a whole. */
export interface FlowFault extends Label {
  readonly step: StepId | null
}

export const faultAt = (step: StepId | null, zh: string, en: string): FlowFault => ({ step, zh, en })
