import type { Flow } from '../../dialogue.ts'

/** Scenarios of the policy questions family. */
export const policyFlows: readonly Flow[] = []
