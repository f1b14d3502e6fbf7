import { defineReactions } from './common.ts'

/** What callers do in the policy questions family. */
export const policyReactions = defineReactions({})
