import { defineReactions } from './common.ts'

/** What callers do in the repair quality family. */
export const repairQualityReactions = defineReactions({})
