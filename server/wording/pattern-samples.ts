import type { PatternNode } from './pattern-tree.ts'

/** A small repeatable source of choices: the same seed gives the same samples on every machine. */
class Choices {
  private seed: number
  constructor(seed: number) {
    this.seed = seed
  }
  below(count: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.seed / 2 ** 32) * count)
  }
}

function sample(node: PatternNode, choices: Choices): string {
  switch (node.kind) {
    case 'words':
      return node.words[choices.below(node.words.length)] ?? ''
    case 'number':
      return String(1 + choices.below(9))
    case 'optional':
      return choices.below(2) === 0 ? '' : sample(node.of, choices)
    case 'choice': {
      const option = node.options[choices.below(node.options.length)]
      return option === undefined ? '' : sample(option, choices)
    }
    case 'sequence':
    case 'unordered':
      return node.parts.map((part) => sample(part, choices)).join('')
    default:
      return ''
  }
}

/** Some normalised wordings that the pattern matches, none twice; gaps are left empty. Deterministic. */
export function samplesOf(node: PatternNode, count: number): string[] {
  const choices = new Choices(count)
  return [...new Set(Array.from({ length: count }, () => sample(node, choices)))]
}
