import { defineReactions } from './common.ts'

/** What callers do in the data family. */
export const dataReactions = defineReactions({})
