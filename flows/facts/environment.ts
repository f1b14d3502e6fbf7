import { defineFacts } from '../fact-kinds.ts'

/** Facts of the environment family. */
export const environmentFacts = defineFacts({})
