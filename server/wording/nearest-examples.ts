import type { Gram } from './example-features.ts'

/** An example of a rule, by the rule's number. */
export interface Example {
  readonly rule: number
  readonly grams: readonly Gram[]
}
/** The rule whose examples are most like a sentence, with the cosine (0–1) to the nearest of them. */
export interface Nearest {
  readonly rule: number
  readonly likeness: number
}

/** Cosine over n-grams weighted by how rare they are, through an index from n-gram to examples. Single characters do not count. */
export class NearestExamples {
  private readonly lists = new Map<number, number[]>()
  private readonly rarity = new Map<number, number>()
  private readonly lengths: number[]
  private readonly examples: readonly Example[]

  constructor(examples: readonly Example[]) {
    this.examples = examples
    examples.forEach(({ grams }, number) => {
      for (const { feature, size } of grams) {
        if (size === 1) continue
        const list = this.lists.get(feature)
        if (list === undefined) this.lists.set(feature, [number])
        else list.push(number)
      }
    })
    for (const [feature, list] of this.lists) this.rarity.set(feature, Math.log(1 + examples.length / list.length) ** 2)
    this.lengths = examples.map(({ grams }) => this.length(grams))
  }

  private length(grams: readonly Gram[]): number {
    let sum = 0
    for (const { feature, size } of grams) if (size > 1) sum += this.rarity.get(feature) ?? Math.log(1 + this.examples.length) ** 2
    return Math.sqrt(sum)
  }

  /** `skip` leaves one fold of examples out, for cross-validation. */
  nearest(grams: readonly Gram[], skip?: (example: number) => boolean): Nearest | null {
    const shared = new Map<number, number>()
    for (const { feature, size } of grams) {
      if (size === 1) continue
      const rare = this.rarity.get(feature) ?? 0
      for (const example of this.lists.get(feature) ?? []) shared.set(example, (shared.get(example) ?? 0) + rare)
    }
    const length = this.length(grams)
    let best: Nearest | null = null
    for (const [number, sum] of shared) {
      if (skip?.(number) === true) continue
      const likeness = sum / (length * (this.lengths[number] ?? 1))
      if (best === null || likeness > best.likeness) best = { rule: this.examples[number]?.rule ?? 0, likeness }
    }
    return best
  }
}
