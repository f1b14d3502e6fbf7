import { defineReactions } from './common.ts'

/** What callers do in the crisis family. */
export const crisisReactions = defineReactions({})
