import { defineFacts } from '../fact-kinds.ts'

/** Facts of the repair quality family. */
export const repairQualityFacts = defineFacts({})
