import { defineFacts } from '../fact-kinds.ts'

/** Facts of the appointments and waiting family. */
export const schedulingFacts = defineFacts({})
