/**
 * Words as a tree in one list of numbers: thousands of patterns hold one each, and small objects would cost more than the words.
 * A node is its number of branches times two, plus 1 where a word ends, then for each branch, in rising order, its unit and the
 * place of its node. The root is at 0.
 */
export type WordTrie = readonly number[]

/** Builds the tree. Words may repeat. */
export function wordTrie(words: readonly string[]): WordTrie {
  const table: number[] = []
  grow(table, words.length < 2 ? words : words.toSorted(), 0)
  return table
}

/** Appends the node of the words of this range, which share their first `depth` units; words that end here come first. */
function grow(table: number[], sorted: readonly string[], depth: number): number {
  const place = table.length
  const longer = sorted.filter(({ length }) => length > depth)
  const units = [...new Set(longer.map((word) => word.charCodeAt(depth)))]
  table.push(units.length * 2 + (longer.length < sorted.length ? 1 : 0))
  for (const unit of units) table.push(unit, 0)
  units.forEach((unit, branch) => {
    table[place + 2 + branch * 2] = grow(table, longer.filter((word) => word.charCodeAt(depth) === unit), depth + 1)
  })
  return place
}

/** The node that `unit` leads to from the node at `place`, or −1. */
export function branchOf(trie: WordTrie, place: number, unit: number): number {
  let first = 0
  let last = ((trie[place] ?? 0) >> 1) - 1
  while (first <= last) {
    const middle = (first + last) >> 1
    const at = place + 1 + middle * 2
    const found = trie[at] ?? 0
    if (found === unit) return trie[at + 1] ?? -1
    if (found < unit) first = middle + 1
    else last = middle - 1
  }
  return -1
}

/** Whether a word ends at the node. */
export const endsWord = (trie: WordTrie, place: number): boolean => ((trie[place] ?? 0) & 1) === 1
