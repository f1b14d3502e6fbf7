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

const EPOCHS = 6
const RATE = 0.6
const DECAY = 1e-5

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

/** The model's log odds that the sentence is a fault. Grams weigh alike, scaled to unit length. */
function logOdds(weights: Float64Array, bias: number, grams: readonly Gram[]): number {
  let sum = 0
  for (const { feature } of grams) sum += weights[feature] ?? 0
  return bias + (grams.length === 0 ? 0 : sum / Math.sqrt(grams.length))
}

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

/**
 * Logistic regression by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer, 2011). Deterministic.
 * Classes are not balanced: most of what agents say is harmless, and an unknown sentence should be taken for such.
 */
export function trainLogistic(samples: readonly Sample[]): LogisticModel {
  const weights = new Float64Array(2 ** FEATURE_BITS)
  const squares = new Float64Array(2 ** FEATURE_BITS)
  let bias = 0
  let biasSquares = 1
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const index of mixedOrder(samples.length, epoch)) {
      const sample = samples[index]
      if (sample === undefined || sample.grams.length === 0) continue
      const scale = 1 / Math.sqrt(sample.grams.length)
      const error = (sigmoid(logOdds(weights, bias, sample.grams)) - sample.target)
      for (const { feature } of sample.grams) {
        const gradient = error * scale + DECAY * (weights[feature] ?? 0)
        squares[feature] = (squares[feature] ?? 0) + gradient * gradient
        weights[feature] = (weights[feature] ?? 0) - (RATE * gradient) / Math.sqrt((squares[feature] ?? 0) + 1e-2)
      }
      biasSquares += error * error
      bias -= (RATE * 0.1 * error) / Math.sqrt(biasSquares)
    }
  }
  return { weights: Float32Array.from(weights), bias }
}
