import { defineReactions } from './common.ts'

/** What callers do in the warranty and fees family. */
export const warrantyFeesReactions = defineReactions({})
