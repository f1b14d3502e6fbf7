import { defineFacts } from '../fact-kinds.ts'

/** Facts of the crisis family. */
export const crisisFacts = defineFacts({})
