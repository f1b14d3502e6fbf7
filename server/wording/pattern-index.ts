import type { Normalised } from './normalise.ts'
import { PatternFilter } from './pattern-filter.ts'
import type { Pattern } from './pattern.ts'

/** Which patterns can match a text at all. `size`: how many. */
export interface PossiblePatterns {
  readonly size: number
  has(pattern: Pattern): boolean
}

/** Tells in one pass which of many patterns can match a text at all, by the words that they need. */
export class PatternIndex implements PossiblePatterns {
  size = 0
  private readonly filter: PatternFilter
  private readonly numbers: ReadonlyMap<Pattern, number>
  /** By pattern: the last text that it could match. */
  private readonly texts: Float64Array
  private text = 0

  constructor(patterns: Iterable<Pattern>) {
    const all = [...new Set(patterns)]
    this.filter = new PatternFilter(all)
    this.numbers = new Map(all.map((pattern, number) => [pattern, number]))
    this.texts = new Float64Array(all.length)
  }

  /** The patterns that can match; valid until the next text. */
  possible({ units, length }: Normalised): PossiblePatterns {
    this.text += 1
    this.size = 0
    const count = this.filter.scan(units, length)
    for (let candidate = 0; candidate < count; candidate++) {
      const number = this.filter.candidates[candidate * 3] ?? 0
      if (this.texts[number] === this.text) continue
      this.texts[number] = this.text
      this.size += 1
    }
    return this
  }

  /** True when the pattern can match the text looked at last. */
  has(pattern: Pattern): boolean {
    return this.size > 0 && this.texts[this.numbers.get(pattern) ?? -1] === this.text
  }
}
