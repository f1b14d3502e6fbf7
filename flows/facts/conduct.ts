import { defineFacts } from '../fact-kinds.ts'

/** Facts of the service conduct family. */
export const conductFacts = defineFacts({})
