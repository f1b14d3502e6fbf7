import { defineReactions } from './common.ts'

/** What callers do in the trust in the product family. */
export const trustReactions = defineReactions({})
