import type { Flow } from '../../dialogue.ts'

/** Scenarios of the upset callers family. */
export const emotionFlows: readonly Flow[] = []
