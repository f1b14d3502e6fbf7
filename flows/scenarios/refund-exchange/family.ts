import type { Flow } from '../../dialogue.ts'
import repeatedRepairsWantsReplacement from './repeated-repairs-wants-replacement.ts'

/** Refund and exchange demands. */
export const refundExchangeFlows: readonly Flow[] = [repeatedRepairsWantsReplacement]
