import { FEATURE_BITS, type Gram } from './example-features.ts'

/** A sentence to learn from. `target`: 1 for a fault, 0 for a harmless one. */
export interface Sample {
  readonly grams: readonly Gram[]
  readonly target: 0 | 1
}
export interface LogisticModel {
  readonly weights: Float32Array
  readonly bias: number
}

const EPOCHS = 4
const RATE = 0.6
const DECAY = 1e-5

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

/** The order in which samples are visited: fixed, so that training is deterministic, and mixed, so that neighbours differ. */
function mixedOrder(count: number, epoch: number): number[] {
  let seed = 12_345 + epoch
  const order = Array.from({ length: count }, (_, index) => index)
  for (let index = count - 1; index > 0; index--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    const other = seed % (index + 1)
    const kept = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

/** A feature that says nothing by its counts is learned at this speed; one that says much, at up to the sum of the two. */
const LEAST_RATIO = 0.5
const MOST_RATIO = 2
/** Counts that every feature starts from in both classes. */
const PRIOR = 0.5

/**
 * By feature: how one-sidedly it occurs in faults or in harmless sentences, from the ratio of its counts (Wang and Manning, 2012,
 * "Baselines and bigrams": naive Bayes ratios as scales of a linear classifier).
 */
function oneSidedness(samples: readonly Sample[]): Float64Array {
  const size = 2 ** FEATURE_BITS
  const counts = [new Float64Array(size).fill(PRIOR), new Float64Array(size).fill(PRIOR)] as const
  const last = new Int32Array(size)
  const totals = [1, 1]
  samples.forEach(({ grams, target }, index) => {
    totals[target] = (totals[target] ?? 0) + 1
    for (const { feature } of grams) {
      if (last[feature] === index + 1) continue
      last[feature] = index + 1
      counts[target][feature] = (counts[target][feature] ?? 0) + 1
    }
  })
  const balance = Math.log((totals[0] ?? 1) / (totals[1] ?? 1))
  return counts[1].map((faults, feature) => LEAST_RATIO + Math.min(MOST_RATIO, Math.abs(Math.log(faults / (counts[0][feature] ?? PRIOR)) + balance) / 1.5))
}

/**
 * Logistic regression by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer, 2011), features scaled by their
 * one-sidedness. Deterministic. Classes are not balanced: most of what agents say is harmless, and an unknown sentence should be
 * taken for such.
 */
export function trainLogistic(samples: readonly Sample[]): LogisticModel {
  const ratios = oneSidedness(samples)
  const weights = new Float64Array(2 ** FEATURE_BITS)
  const squares = new Float64Array(2 ** FEATURE_BITS)
  let bias = 0
  let biasSquares = 1
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const index of mixedOrder(samples.length, epoch)) {
      const sample = samples[index]
      if (sample === undefined || sample.grams.length === 0) continue
      const scale = 1 / Math.sqrt(sample.grams.length)
      let sum = 0
      for (const { feature } of sample.grams) sum += (weights[feature] ?? 0) * (ratios[feature] ?? 0)
      const error = sigmoid(bias + sum * scale) - sample.target
      for (const { feature } of sample.grams) {
        const gradient = error * scale * (ratios[feature] ?? 0) + DECAY * (weights[feature] ?? 0)
        squares[feature] = (squares[feature] ?? 0) + gradient * gradient
        weights[feature] = (weights[feature] ?? 0) - (RATE * gradient) / Math.sqrt((squares[feature] ?? 0) + 1e-2)
      }
      biasSquares += error * error
      bias -= (RATE * 0.1 * error) / Math.sqrt(biasSquares)
    }
  }
  return { weights: Float32Array.from(weights, (weight, feature) => weight * (ratios[feature] ?? 0)), bias }
}
