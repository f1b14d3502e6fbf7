import type { ItemAnswer } from '../protocol.ts'
import { itemsOf, type Scorecard } from '../library/scorecards.ts'

export interface Score {
  /** 0 to 100, to one place; null while an item is unanswered or when none with a weight applies. */
  readonly score: number | null
  /** An item that fails the call was missed; the score is 0 then. */
  readonly failed: boolean
}
const worth: Readonly<Record<Exclude<ItemAnswer, 'not applicable'>, number>> = { met: 1, partly: 0.5, missed: 0 }

/** The weighted mean of the items that apply, of 100. */
export function scoreOf(card: Scorecard, answers: ReadonlyMap<string, ItemAnswer | null>): Score {
  const items = itemsOf(card).map(({ id, weight = 0, auto_fail = false }) => ({ answer: answers.get(id) ?? null, weight, autoFail: auto_fail }))
  const failed = items.some(({ answer, autoFail }) => autoFail && answer === 'missed')
  if (items.some(({ answer }) => answer === null)) return { score: null, failed }
  let points = 0
  let weights = 0
  for (const { answer, weight } of items) {
    if (answer === null || answer === 'not applicable') continue
    points += weight * worth[answer]
    weights += weight
  }
  if (weights === 0) return { score: null, failed }
  return { score: failed ? 0 : Math.round((1000 * points) / weights) / 10, failed }
}
