import type { Flow } from '../../dialogue.ts'

/** Scenarios of the repair quality family. */
export const repairQualityFlows: readonly Flow[] = []
