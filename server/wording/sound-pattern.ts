import type { Pattern } from './pattern.ts'
import { anchorOf } from './pattern-anchor.ts'
import { wordsNode, type PatternNode } from './pattern-tree.ts'
import { syllablesOfWord } from './syllables.ts'

/** Fewer syllables than this sound like too many other things. */
export const FEWEST_SYLLABLES = 3

/** The fewest characters that a match must say, gaps and optional parts not counted. */
export function shortestSaid(node: PatternNode): number {
  switch (node.kind) {
    case 'words':
      return Math.min(...node.words.map((word) => word.length))
    case 'sequence':
    case 'unordered':
      return node.parts.reduce((sum, part) => sum + shortestSaid(part), 0)
    case 'choice':
      return Math.min(...node.options.map(shortestSaid))
    default:
      return 0
  }
}

function sounded(node: PatternNode): PatternNode {
  switch (node.kind) {
    case 'words':
      return wordsNode([...new Set(node.words.map(syllablesOfWord))])
    case 'optional':
      return { kind: 'optional', of: sounded(node.of) }
    case 'sequence':
      return { kind: 'sequence', parts: node.parts.map(sounded) }
    case 'choice':
      return { kind: 'choice', options: node.options.map(sounded) }
    case 'unordered':
      return { kind: 'unordered', parts: node.parts.map(sounded), within: node.within }
    default:
      return node
  }
}

/** The same pattern over fuzzy syllables; null when it says too little to be told by its sound. */
export function soundPattern(pattern: Pattern, fewest: number): Pattern | null {
  if (shortestSaid(pattern.node) < fewest) return null
  const node = sounded(pattern.node)
  const anchor = anchorOf(node)
  // A single syllable is in every utterance: the check would cost more than it finds.
  if (anchor === null || anchor.literals.some(({ length }) => length < 2)) return null
  return { source: pattern.source, node, anchor, longest: pattern.longest }
}

/** Every character that some match of the pattern can say. */
export function charactersOf(node: PatternNode): Set<number> {
  switch (node.kind) {
    case 'words':
      return new Set(node.words.flatMap((word) => Array.from({ length: word.length }, (_, index) => word.charCodeAt(index))))
    case 'optional':
      return charactersOf(node.of)
    case 'sequence':
    case 'unordered':
      return new Set(node.parts.flatMap((part) => [...charactersOf(part)]))
    case 'choice':
      return new Set(node.options.flatMap((option) => [...charactersOf(option)]))
    default:
      return new Set()
  }
}
