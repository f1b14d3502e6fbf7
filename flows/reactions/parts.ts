import { defineReactions } from './common.ts'

/** What callers do in the spare parts family. */
export const partsReactions = defineReactions({})
