import { defineReactions } from './common.ts'

/** What callers do in the upset callers family. */
export const emotionReactions = defineReactions({})
