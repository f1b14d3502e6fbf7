import { type WordTrie, wordTrie } from './word-trie.ts'

/** What a pattern is made of, over normalised units. */
export type PatternNode =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly trie: WordTrie; readonly longest: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'optional'; readonly of: PatternNode }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'unordered'; readonly parts: readonly PatternNode[]; readonly within: number }

/** One of these words, which are all different. */
export const wordsNode = (words: readonly string[]): PatternNode => ({ kind: 'words', words, trie: wordTrie(words), longest: Math.max(...words.map(({ length }) => length)) })

export const LONGEST_NUMBER = 8

/** The most units a match can span. */
export function longestMatch(node: PatternNode): number {
  switch (node.kind) {
    case 'words':
      return node.longest
    case 'number':
      return LONGEST_NUMBER
    case 'gap':
      return node.most
    case 'start':
    case 'end':
      return 0
    case 'optional':
      return longestMatch(node.of)
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + longestMatch(part), 0)
    case 'choice':
      return Math.max(...node.options.map(longestMatch))
    case 'unordered':
      return node.within
  }
}

/** True when the node matches nothing at all, so that a pattern made of it alone would match everywhere. */
export function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case 'words':
    case 'number':
      return false
    case 'sequence':
    case 'unordered':
      return node.parts.every(canBeEmpty)
    case 'choice':
      return node.options.some(canBeEmpty)
    default:
      return true
  }
}

/** The fewest units a match can span. */
export function shortestMatch(node: PatternNode): number {
  switch (node.kind) {
    case 'words':
      return Math.min(...node.words.map((word) => word.length))
    case 'number':
      return 1
    case 'sequence':
    case 'unordered':
      return node.parts.reduce((sum, part) => sum + shortestMatch(part), 0)
    case 'choice':
      return Math.min(...node.options.map(shortestMatch))
    default:
      return 0
  }
}
