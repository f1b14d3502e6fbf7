import type { Flow } from '../../dialogue.ts'

/** Scenarios of the crisis family. */
export const crisisFlows: readonly Flow[] = []
