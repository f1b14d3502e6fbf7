import { normalise, normalisedText } from './normalise.ts'
import { wordsNode, type PatternNode } from './pattern-tree.ts'
import { WordingError } from './wording-error.ts'

/** Word sets by name: the words that `{name}` stands for. A word may itself be a pattern. */
export type WordSets = Readonly<Record<string, readonly string[]>>

const SPECIAL = new Set('()|?{}#^$<>&~')
const LONGEST_GAP = 40
const MOST_UNORDERED = 4
const DEEPEST_SET = 4
const idle = /这个|那个/

/** The trees of the word sets met so far: hundreds of patterns share one. */
const setNodes = new WeakMap<WordSets, Map<string, PatternNode>>()

function nodesOf(sets: WordSets): Map<string, PatternNode> {
  const known = setNodes.get(sets)
  if (known !== undefined) return known
  const nodes = new Map<string, PatternNode>()
  setNodes.set(sets, nodes)
  return nodes
}

/** Parses one pattern source into a tree. Throws a WordingError with the position of the fault. */
export class PatternParser {
  private position = 0
  private readonly source: string
  private readonly sets: WordSets
  private readonly opened: readonly string[]

  /** `opened`: word sets being expanded, to refuse a set that contains itself. */
  constructor(source: string, sets: WordSets, opened: readonly string[] = []) {
    this.source = source
    this.sets = sets
    this.opened = opened
  }

  parse(): PatternNode {
    const node = this.choice()
    if (this.position < this.source.length) this.fail(`unexpected "${this.source[this.position]}"`, `这里不该有“${this.source[this.position] ?? ''}”`, 1)
    return node
  }

  private fail(message: string, zh: string, size = 1, from = this.position): never {
    const offending = this.source.slice(from, from + size) || this.source
    throw new WordingError(`${message} at character ${from + 1} of "${this.source}"`, `“${this.source}”第 ${from + 1} 个字：${zh}`, offending, { position: from })
  }

  private choice(): PatternNode {
    const options = [this.sequence()]
    while (this.source[this.position] === '|') {
      this.position += 1
      options.push(this.sequence())
    }
    return choiceOf(options)
  }

  private sequence(): PatternNode {
    const parts: PatternNode[] = []
    for (;;) {
      const part = this.item()
      if (part === null) break
      const previous = parts.at(-1)
      if (part.kind === 'words' && previous?.kind === 'words' && part.words.length === 1 && previous.words.length === 1) {
        parts[parts.length - 1] = wordsNode([`${previous.words[0]}${part.words[0]}`])
      } else parts.push(part)
    }
    if (parts.length === 0) this.fail('an empty pattern or alternative; write (…)? for an optional part', '句式或其中一个选项是空的；可有可无的部分写成 (…)?', 1)
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts }
  }

  private item(): PatternNode | null {
    this.skipSpaces()
    const character = this.source[this.position]
    if (character === undefined || character === '|' || character === ')' || character === '&' || character === '>') return null
    if (character === '(') return this.group()
    if (character === '{') return this.optionally(this.set())
    if (character === '<') return this.optionally(this.unordered())
    if (character === '#') return this.optionally(this.single({ kind: 'number' }))
    if (character === '^') return this.single({ kind: 'start' })
    if (character === '$') return this.single({ kind: 'end' })
    if (this.source.startsWith('..', this.position)) return this.gap()
    if (character === '?') this.fail('"?" must follow a character, a group or a set', '“?”前面要有一个字、一组或一个词集')
    if (SPECIAL.has(character)) this.fail(`unexpected "${character}"`, `这里不该有“${character}”`)
    return this.literal()
  }

  private single(node: PatternNode): PatternNode {
    this.position += 1
    return node
  }

  private optionally(node: PatternNode): PatternNode {
    if (this.source[this.position] !== '?') return node
    this.position += 1
    return { kind: 'optional', of: node }
  }

  private group(): PatternNode {
    const from = this.position
    this.position += 1
    const node = this.choice()
    if (this.source[this.position] !== ')') this.fail('"(" is never closed', '“(”没有收尾', 1, from)
    this.position += 1
    return this.optionally(node)
  }

  private gap(): PatternNode {
    const digits = /^\d+/.exec(this.source.slice(this.position + 2))?.[0]
    if (digits === undefined) this.fail('".." needs the most characters that may lie between, e.g. ..8', '“..”后面要写最多隔几个字，例如 ..8', 2)
    const most = Number(digits)
    if (most < 1 || most > LONGEST_GAP) this.fail(`a gap must be 1 to ${LONGEST_GAP} characters`, `间隔要在 1 到 ${LONGEST_GAP} 个字之间`, digits.length + 2)
    this.position += 2 + digits.length
    return { kind: 'gap', most }
  }

  private set(): PatternNode {
    const close = this.source.indexOf('}', this.position)
    if (close < 0) this.fail('"{" is never closed', '“{”没有收尾')
    const name = this.source.slice(this.position + 1, close)
    const words = Object.hasOwn(this.sets, name) ? this.sets[name] : undefined
    const size = name.length + 2
    if (words === undefined) this.fail(`there is no word set {${name}}`, `没有词集 {${name}}`, size)
    if (words.length === 0) this.fail(`the word set {${name}} is empty`, `词集 {${name}} 是空的`, size)
    if (this.opened.includes(name)) this.fail(`the word set {${name}} contains itself`, `词集 {${name}} 里又用到了自己`, size)
    if (this.opened.length >= DEEPEST_SET) this.fail(`word sets are nested more than ${DEEPEST_SET} deep`, `词集嵌套超过 ${DEEPEST_SET} 层`, size)
    this.position = close + 1
    const nodes = nodesOf(this.sets)
    const known = nodes.get(name)
    if (known !== undefined) return known
    const node = choiceOf(words.map((word) => new PatternParser(word, this.sets, [...this.opened, name]).parse()))
    nodes.set(name, node)
    return node
  }

  private unordered(): PatternNode {
    const from = this.position
    const parts: PatternNode[] = []
    do {
      this.position += 1
      parts.push(this.choice())
    } while (this.source[this.position] === '&')
    const bound = /^>~(\d+)/.exec(this.source.slice(this.position))
    if (bound === null) this.fail('"<" must end in ">~n": all parts, in any order, within n characters', '“<”要以“>~n”收尾：几部分不论先后，都在 n 个字以内', 1, from)
    const within = Number(bound[1])
    if (parts.length < 2 || parts.length > MOST_UNORDERED) this.fail(`"<a & b>~n" takes 2 to ${MOST_UNORDERED} parts`, `“<a & b>~n”要有 2 到 ${MOST_UNORDERED} 部分`, 1, from)
    if (within < 2 || within > LONGEST_GAP) this.fail(`"~n" must be 2 to ${LONGEST_GAP} characters`, `“~n”要在 2 到 ${LONGEST_GAP} 个字之间`, bound[0].length)
    this.position += bound[0].length
    return { kind: 'unordered', parts, within }
  }

  private skipSpaces(): void {
    while (this.source[this.position] === ' ') this.position += 1
  }

  private literal(): PatternNode {
    const from = this.position
    while (this.position < this.source.length) {
      const character = this.source[this.position] ?? ''
      if (SPECIAL.has(character) || this.source.startsWith('..', this.position)) break
      this.position += 1
    }
    // "个?" makes the one character before it optional: what comes earlier is a literal of its own.
    if (this.source[this.position] === '?' && this.position - from > 1) this.position -= 1
    const raw = this.source.slice(from, this.position)
    const node = this.literalOrFail(raw, from)
    return raw.length === 1 ? this.optionally(node) : node
  }

  private literalOrFail(raw: string, from: number): PatternNode {
    return literalNode(raw) ?? this.fail('nothing is left of it after normalisation', '规整以后什么都不剩了', raw.length, from)
  }
}

/** A literal in normalised form; 这个 and 那个 may be missing, because the normaliser drops them where they are idle. */
function literalNode(raw: string): PatternNode | null {
  const text = normalisedText(normalise(raw))
  if (text === '') return null
  const found = idle.exec(text)
  if (found === null || text.length === found[0].length) return wordsNode([text])
  const before = text.slice(0, found.index)
  const after = text.slice(found.index + 2)
  const parts: PatternNode[] = [{ kind: 'optional', of: wordsNode([found[0]]) }]
  if (before !== '') parts.unshift(wordsNode([before]))
  if (after !== '') parts.push(wordsNode([after]))
  return { kind: 'sequence', parts }
}

/** Alternatives; those that are plain words are merged into one trie. */
function choiceOf(options: readonly PatternNode[]): PatternNode {
  const words = new Set<string>()
  const others: PatternNode[] = []
  for (const option of options) {
    if (option.kind === 'words') for (const word of option.words) words.add(word)
    else if (option.kind === 'choice') others.push(...option.options)
    else others.push(option)
  }
  if (words.size > 0) others.unshift(wordsNode([...words]))
  return others.length === 1 && others[0] !== undefined ? others[0] : { kind: 'choice', options: others }
}
