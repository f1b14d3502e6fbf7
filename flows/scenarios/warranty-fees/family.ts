import type { Flow } from '../../dialogue.ts'

/** Scenarios of the warranty and fees family. */
export const warrantyFeesFlows: readonly Flow[] = []
