import { defineFacts } from '../fact-kinds.ts'

/** Facts of the data family. */
export const dataFacts = defineFacts({})
