import type { CompiledRule } from './compiled-rules.ts'
import { normalise, type Normalised } from './normalise.ts'
import { matchPattern } from './pattern.ts'

/** The share of the content of the sentence to say instead that must be heard again. */
const ENOUGH = 0.4
const FEWEST = 3
/** Characters that any sentence has; pairs of two of them say nothing about whether this sentence was said. */
const common = new Set([...'我你您的给为帮这个是在了来把会请们就可以有要也都那吗呢吧和跟到'].map((character) => character.charCodeAt(0)))

/** Pairs of neighbouring characters that carry content, as one number each. */
export function contentPairs({ units }: Normalised): Set<number> {
  const pairs = new Set<number>()
  for (let index = 1; index < units.length; index++) {
    const [one = 0, two = 0] = [units[index - 1], units[index]]
    if (!common.has(one) || !common.has(two)) pairs.add(one * 65536 + two)
  }
  return pairs
}

/**
 * True when an agent's utterance repairs a breach of the rule: it says much of a sentence to say instead (two fifths of its
 * content pairs of characters), or matches one of the category's repair patterns.
 */
export function repairsRule(rule: CompiledRule, text: string): boolean {
  const normalised = normalise(text)
  if (rule.repairs.some((pattern) => matchPattern(pattern, normalised) !== null)) return true
  const said = contentPairs(normalised)
  return rule.contents.some((content) => isSaid(content, said))
}

function isSaid(content: ReadonlySet<number>, said: ReadonlySet<number>): boolean {
  if (content.size < FEWEST) return false
  let heard = 0
  for (const pair of said) if (content.has(pair)) heard += 1
  return heard >= FEWEST && heard / content.size >= ENOUGH
}
