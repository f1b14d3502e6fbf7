import { AhoCorasick, unitsOfWord } from './aho-corasick.ts'
import type { Normalised } from './normalise.ts'
import type { Pattern } from './pattern.ts'

/** Tells in one pass which of many patterns can match a text at all, by their anchor literals. */
export class PatternIndex {
  private readonly automaton: AhoCorasick
  private readonly users: readonly (readonly Pattern[])[]

  constructor(patterns: Iterable<Pattern>) {
    const byLiteral = new Map<string, Pattern[]>()
    for (const pattern of new Set(patterns)) {
      for (const literal of pattern.anchor.literals) byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), pattern])
    }
    this.automaton = new AhoCorasick([...byLiteral.keys()].map(unitsOfWord))
    this.users = [...byLiteral.values()]
  }

  /** The patterns of which an anchor literal occurs. */
  possible(text: Normalised): ReadonlySet<Pattern> {
    const found = new Set<Pattern>()
    const count = this.automaton.scan(text.units, text.length)
    for (let hit = 0; hit < count; hit++) for (const pattern of this.users[this.automaton.hits[hit * 2] ?? 0] ?? []) found.add(pattern)
    return found
  }
}
