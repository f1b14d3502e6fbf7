import type { PatternNode } from './pattern-tree.ts'

/** Stands in a sample for whatever may be said between two parts of a pattern. */
export const ANYTHING = '…'

/** A choice among `count`, always in the same order (linear congruential generator, constants of Numerical Recipes). */
function chooser(): (count: number) => number {
  let state = 20_261_122
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

/** How many of ten samples say nothing in a gap, and one number in a hundred. */
const CLOSED_OF_TEN = 4
const MOST_NUMBER = 99

/** Different things, normalised, that patterns hear, at most `most`: what the words of a rule may be, in all their variants. Deterministic. */
export function patternSamples(nodes: readonly PatternNode[], most: number): readonly string[] {
  const choose = chooser()
  const sampled = (node: PatternNode): string => {
    switch (node.kind) {
      case 'words':
        return node.words[choose(node.words.length)] ?? ''
      case 'number':
        return String(1 + choose(MOST_NUMBER))
      case 'gap':
        return choose(10) < CLOSED_OF_TEN ? '' : ANYTHING
      case 'start':
      case 'end':
        return ''
      case 'optional':
        return choose(2) === 0 ? '' : sampled(node.of)
      case 'choice': {
        const option = node.options[choose(node.options.length)]
        return option === undefined ? '' : sampled(option)
      }
      case 'sequence':
        return node.parts.map(sampled).join('')
      case 'unordered':
        return node.parts.map(sampled).join(ANYTHING)
    }
  }
  const samples = new Set<string>()
  for (let turn = 0; nodes.length > 0 && turn < most; turn++) {
    const node = nodes[turn % nodes.length]
    if (node !== undefined) samples.add(sampled(node))
  }
  return [...samples]
}
