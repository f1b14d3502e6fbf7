import type { Flow } from '../../dialogue.ts'

/** Scenarios of the spare parts family. */
export const partsFlows: readonly Flow[] = []
