import type { Flow } from '../../dialogue.ts'

/** Scenarios of the environment family. */
export const environmentFlows: readonly Flow[] = []
