import type { Flow } from '../../dialogue.ts'

/** Scenarios of the data family. */
export const dataFlows: readonly Flow[] = []
