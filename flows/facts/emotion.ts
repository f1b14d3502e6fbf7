import { defineFacts } from '../fact-kinds.ts'

/** Facts of the upset callers family. */
export const emotionFacts = defineFacts({})
