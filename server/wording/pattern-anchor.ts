import { longestMatch, shortestMatch, type PatternNode } from './pattern-tree.ts'

/**
 * Literals of which every match contains at least one, chosen to be rare. The literal begins `least` to `most` units after the
 * match. Anchors feed the Aho–Corasick automaton that picks candidate patterns.
 */
export interface Anchor {
  readonly literals: readonly string[]
  readonly least: number
  readonly most: number
}

/** The anchor of a pattern; null when it has no characters that must be said. */
export function anchorOf(node: PatternNode): Anchor | null {
  switch (node.kind) {
    case 'words':
      return { literals: node.words, least: 0, most: 0 }
    case 'sequence':
      return anchorOfSequence(node.parts)
    case 'unordered': {
      const best = rarest(node.parts.map(anchorOf))
      return best === null ? null : { literals: best.literals, least: 0, most: node.within }
    }
    case 'choice': {
      const all = node.options.map(anchorOf).filter((anchor) => anchor !== null)
      if (all.length < node.options.length) return null
      return {
        literals: [...new Set(all.flatMap(({ literals }) => literals))],
        least: Math.min(...all.map(({ least }) => least)),
        most: Math.max(...all.map(({ most }) => most)),
      }
    }
    default:
      return null
  }
}

function anchorOfSequence(parts: readonly PatternNode[]): Anchor | null {
  let least = 0
  let most = 0
  const anchors: (Anchor | null)[] = []
  for (const part of parts) {
    const anchor = anchorOf(part)
    anchors.push(anchor === null ? null : { literals: anchor.literals, least: least + anchor.least, most: most + anchor.most })
    least += shortestMatch(part)
    most += longestMatch(part)
  }
  return rarest(anchors)
}

/** What a number begins with. A pattern with `#` needs one of them somewhere. */
const numberStarts = [...'0123456789十百千万亿几半']

/**
 * Everything of which a match must contain one literal each, with where it begins: the parts of a sequence, each by itself.
 * Together they reject most texts that happen to contain the rarest literal alone.
 */
export function requirementsOf(node: PatternNode): Anchor[] {
  switch (node.kind) {
    case 'words':
    case 'choice': {
      const anchor = anchorOf(node)
      return anchor === null ? [] : [anchor]
    }
    case 'number':
      return [{ literals: numberStarts, least: 0, most: 0 }]
    case 'unordered':
      return node.parts.flatMap(requirementsOf).map(({ literals }) => ({ literals, least: 0, most: node.within }))
    case 'sequence': {
      let least = 0
      let most = 0
      return node.parts.flatMap((part) => {
        const here = requirementsOf(part).map((each) => ({ literals: each.literals, least: least + each.least, most: most + each.most }))
        least += shortestMatch(part)
        most += longestMatch(part)
        return here
      })
    }
    default:
      return []
  }
}

/** The characters that occur in most utterances. */
const everyday = new Set('的你您我他是有不了在这那个一1就要会给说得好可能来去到为上下人们着过么吗呢吧请以没也都还再看问打')

/** A rough share of the utterances in which one of the literals occurs. */
export function frequency({ literals }: Anchor): number {
  let sum = 0
  for (const literal of literals) {
    const common = [...literal].filter((character) => everyday.has(character)).length
    sum += 0.3 ** common * 0.03 ** (literal.length - common)
  }
  return sum
}

function rarest(anchors: readonly (Anchor | null)[]): Anchor | null {
  let best: Anchor | null = null
  for (const anchor of anchors) if (anchor !== null && (best === null || frequency(anchor) < frequency(best))) best = anchor
  return best
}
