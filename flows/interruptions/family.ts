import type { Flow } from '../dialogue.ts'

/** Interruptions, written once and pushed over any scenario. */
export const interruptionFlows: readonly Flow[] = []
