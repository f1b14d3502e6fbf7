import { defineFacts } from '../fact-kinds.ts'

/** Facts of the spare parts family. */
export const partsFacts = defineFacts({})
