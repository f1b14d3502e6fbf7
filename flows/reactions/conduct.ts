import { defineReactions } from './common.ts'

/** What callers do in the service conduct family. */
export const conductReactions = defineReactions({})
