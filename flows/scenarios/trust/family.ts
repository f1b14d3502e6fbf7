import type { Flow } from '../../dialogue.ts'

/** Scenarios of the trust in the product family. */
export const trustFlows: readonly Flow[] = []
