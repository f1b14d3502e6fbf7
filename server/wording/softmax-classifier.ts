/** A text as numbered features with values. */
export interface FeatureRow {
  readonly features: Int32Array
  readonly values: Float32Array
}
/** One training text, its class, and how much it counts. */
export interface TrainingRow extends FeatureRow {
  readonly label: number
  readonly weight: number
}
/** Weights of a linear classifier, feature by feature: `weights[feature * classes + label]`. */
export interface SoftmaxModel {
  readonly classes: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** Errors below this teach nothing that shows, and leaving them out makes training several times faster. */
const leastError = 0.002

/** The features of a text, each as much as it is rare, scaled to unit length. */
export function unitRow(features: Int32Array, rarity: Float32Array): FeatureRow {
  const values = Float32Array.from(features, (feature) => rarity[feature] ?? 0)
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { features, values: values.map((value) => value / length) }
}

/** A fixed order of shuffles, so that the same library always gives the same model (linear congruential generator, ANSI C constants). */
function shuffler(): (items: number[]) => void {
  let state = 42
  const below = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * limit)
  }
  return (items) => {
    for (let index = items.length - 1; index > 0; index--) {
      const other = below(index + 1)
      const held = items[index] ?? 0
      items[index] = items[other] ?? 0
      items[other] = held
    }
  }
}

/** Multinomial logistic regression by stochastic gradient descent with a falling rate; deterministic. `biasRate`: the share of the rate at which classes learn how common they are. */
export function trainSoftmax(rows: readonly TrainingRow[], features: number, classes: number, epochs: number, rate: number, biasRate: number): SoftmaxModel {
  const weights = new Float32Array(features * classes)
  const bias = new Float32Array(classes)
  const output = new Float64Array(classes)
  const wrong = new Int32Array(classes)
  const order = rows.map((_, index) => index)
  const shuffle = shuffler()
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order)
    const speed = rate * (1 - epoch / epochs) + 0.02 * rate
    for (const index of order) {
      const row = rows[index]
      if (row !== undefined) descend({ classes, weights, bias }, row, output, wrong, speed * row.weight, biasRate)
    }
  }
  return { classes, weights, bias }
}

/** One step for one text. `output` and `wrong` are room to work in. */
function descend(model: SoftmaxModel, { features, values, label }: TrainingRow, output: Float64Array, wrong: Int32Array, speed: number, biasRate: number): void {
  const { classes, weights, bias } = model
  logits(model, features, values, output)
  normaliseToProbabilities(output)
  let count = 0
  for (let each = 0; each < classes; each++) {
    const error = (output[each] ?? 0) - (each === label ? 1 : 0)
    if (Math.abs(error) < leastError) continue
    wrong[count++] = each
    output[each] = error * speed
    bias[each] = (bias[each] ?? 0) - error * speed * biasRate
  }
  for (let at = 0; at < features.length; at++) {
    const from = (features[at] ?? 0) * classes
    const value = values[at] ?? 0
    for (let index = 0; index < count; index++) {
      const each = wrong[index] ?? 0
      weights[from + each] = (weights[from + each] ?? 0) - (output[each] ?? 0) * value
    }
  }
}

/** Writes the score of every class into `output`. */
export function logits({ classes, weights, bias }: SoftmaxModel, features: Int32Array, values: Float32Array, output: Float64Array): void {
  output.set(bias)
  for (let at = 0; at < features.length; at++) {
    const from = (features[at] ?? 0) * classes
    const value = values[at] ?? 0
    for (let each = 0; each < classes; each++) output[each] = (output[each] ?? 0) + (weights[from + each] ?? 0) * value
  }
}

/** Turns scores into probabilities in place. */
export function normaliseToProbabilities(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) highest = Math.max(highest, score)
  let sum = 0
  for (let index = 0; index < scores.length; index++) {
    const value = Math.exp((scores[index] ?? 0) - highest)
    scores[index] = value
    sum += value
  }
  for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) / sum
}
