import { logOdds, trainLogistic, type Sample } from './logistic-model.ts'
import type { Example, NearestExamples } from './nearest-examples.ts'

/** From which log odds of a fault, and which likeness to an example, a sentence counts; and what cross-validation said of them. */
export interface Thresholds {
  readonly odds: number
  readonly likeness: number
  /** Share of the held-out harmless sentences that were hit, of the held-out faults that were hit, and of those the share given to the right rule. */
  readonly falseAlarms: number
  readonly recall: number
  readonly rightRule: number
}

const FOLDS = 4
/** Harmless sentences are some fifty times as frequent as faults in real calls, so the rate counts, not the precision on our own mixture. */
const MOST_FALSE_ALARMS = 0.01
const oddsTried = [0.5, 1, 1.5, 2, 2.5, 3, 4]
const likenessTried = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]

interface Judged {
  readonly odds: number
  readonly likeness: number
  readonly fault: boolean
  readonly rightRule: boolean
}

/**
 * Cross-validates both models on our own sentences and picks the thresholds with the highest recall among those that hit at most
 * one harmless sentence in a hundred, or those that hit the fewest when none is so careful.
 */
export function chooseThresholds(samples: readonly Sample[], made: readonly Sample[], examples: readonly Example[], nearest: NearestExamples): Thresholds {
  const judged = judgeHeldOut(samples, made, examples, nearest)
  const faults = judged.filter(({ fault }) => fault).length
  let best: Thresholds = { odds: Number.POSITIVE_INFINITY, likeness: 1, falseAlarms: 1, recall: 0, rightRule: 0 }
  for (const odds of oddsTried) {
    for (const likeness of likenessTried) {
      const hits = judged.filter((each) => each.odds >= odds && each.likeness >= likeness)
      const right = hits.filter((each) => each.fault)
      const rightRule = right.filter((each) => each.rightRule).length / Math.max(1, right.length)
      const falseAlarms = (hits.length - right.length) / Math.max(1, judged.length - faults)
      const tried = { odds, likeness, falseAlarms, recall: right.length / Math.max(1, faults), rightRule }
      if (isBetter(tried, best)) best = tried
    }
  }
  return best
}

function isBetter(tried: Thresholds, best: Thresholds): boolean {
  const good = tried.falseAlarms <= MOST_FALSE_ALARMS
  const bestGood = best.falseAlarms <= MOST_FALSE_ALARMS
  if (good !== bestGood) return good
  return good ? tried.recall > best.recall : tried.falseAlarms < best.falseAlarms
}

/** Every written sample as judged by models that have not seen it; `made` are wordings of patterns, only learned from. */
function judgeHeldOut(samples: readonly Sample[], made: readonly Sample[], examples: readonly Example[], nearest: NearestExamples): Judged[] {
  const exampleOf = new Map(examples.map(({ grams }, number) => [grams, number]))
  const judged: Judged[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainLogistic([...samples.filter((_, index) => index % FOLDS !== fold), ...made])
    samples.forEach(({ grams, target }, index) => {
      if (index % FOLDS !== fold) return
      const own = exampleOf.get(grams)
      const found = nearest.nearest(grams, (example) => example === own)
      judged.push({ odds: logOdds(model, grams), likeness: found?.likeness ?? 0, fault: target === 1, rightRule: own !== undefined && found?.rule === examples[own]?.rule })
    })
  }
  return judged
}
