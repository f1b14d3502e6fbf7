import type { Flow } from '../../dialogue.ts'

/** Scenarios of the appointments and waiting family. */
export const schedulingFlows: readonly Flow[] = []
