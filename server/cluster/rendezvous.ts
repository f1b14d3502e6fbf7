import { createHash } from 'node:crypto'

/** The nodes in the order in which they come into question for a call: always the same while they are the same (rendezvous hashing, Thaler and Ravishankar 1998). */
export function byWeight(nodes: readonly string[], call: string): readonly string[] {
  const weight = (node: string): string => createHash('sha1').update(`${node} ${call}`).digest('hex')
  return nodes.map((node) => ({ node, weight: weight(node) })).toSorted((one, other) => (one.weight < other.weight ? 1 : -1)).map(({ node }) => node)
}
