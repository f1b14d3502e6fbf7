import { defineReactions } from './common.ts'

/** What callers do in the environment family. */
export const environmentReactions = defineReactions({})
