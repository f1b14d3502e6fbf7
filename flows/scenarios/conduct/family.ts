import type { Flow } from '../../dialogue.ts'

/** Scenarios of the service conduct family. */
export const conductFlows: readonly Flow[] = []
