import { defineFacts } from '../fact-kinds.ts'

/** Facts of the trust in the product family. */
export const trustFacts = defineFacts({})
