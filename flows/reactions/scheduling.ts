import { defineReactions } from './common.ts'

/** What callers do in the appointments and waiting family. */
export const schedulingReactions = defineReactions({})
