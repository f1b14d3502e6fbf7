import { defineFacts } from '../fact-kinds.ts'

/** Facts of the policy questions family. */
export const policyFacts = defineFacts({})
