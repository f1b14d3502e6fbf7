import { defineFacts } from '../fact-kinds.ts'

/** Facts of the warranty and fees family. */
export const warrantyFeesFacts = defineFacts({})
