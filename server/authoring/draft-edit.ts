import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { SunlineError } from '../errors.ts'
import { blockText, flowText, scalarText } from './yaml-text.ts'

/** Where something stands in a YAML file: keys and indexes from the top. */
export type YamlPath = readonly (string | number)[]

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The text of a YAML file with the value at `at` set, or removed when `value` is undefined. Only what differs is written anew:
 * comments, quotes and the order of everything else stay as they are.
 * Throws SunlineError 'invalid payload' when the text is no YAML or has no such place.
 */
export function withValue(text: string, at: YamlPath, value: unknown): string {
  if (at.length === 0 && text === '') return blockText(value, 0)
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw new SunlineError('invalid payload', `not valid YAML: ${error.message}`, 'text', '这个文件不是合法的 YAML；先改好它')
  if (at.length === 0) return value === undefined ? '' : applied(text, differences(text, document.contents, value))
  const parent: unknown = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true)
  const key = at.at(-1)
  if ((!isMap(parent) && !isSeq(parent)) || key === undefined) throw new SunlineError('invalid payload', `the file has nothing at ${at.slice(0, -1).join(' › ')}`, 'at', `文件里没有 ${at.slice(0, -1).join(' › ')}`)
  return applied(text, children(text, parent, key, value))
}

/** Sets, adds or removes one child of a collection. */
function children(text: string, parent: YAMLMap | YAMLSeq, key: string | number, value: unknown): readonly Splice[] {
  const index = isMap(parent) ? parent.items.findIndex((item) => isScalar(item.key) && item.key.value === key) : Number(key)
  const item = parent.items[index]
  if (item === undefined) return value === undefined ? [] : [added(text, parent, key, value)]
  if (value === undefined) return [parent.flow === true ? rewritten(parent, without(parent.toJSON(), key)) : removed(text, parent, index)]
  const node = (isPair(item) ? item.value : item) as Node | null
  const emptied = isSeq(node) && node.flow !== true && Array.isArray(value) && value.length === 0
  if (isPair(item) && (emptied || (isScalar(node) && node.value === null && node.source === ''))) return [onKeyLine(text, item.key as Node, node, value)]
  return differences(text, node, value)
}

function differences(text: string, node: Node | null, value: unknown): readonly Splice[] {
  if (node === null || node.range === undefined || node.range === null) throw new SunlineError('invalid payload', 'an empty value cannot be set in a form; write the file', 'at', '这里是空的，表单改不了；直接改文件')
  const known: unknown = node.toJSON()
  if (JSON.stringify(known) === JSON.stringify(value)) return []
  if (isMap(node) && isRecord(value) && isRecord(known)) {
    const keys = [...new Set([...Object.keys(known), ...Object.keys(value)])]
    const grown = keys.some((key) => (known[key] === undefined) !== (value[key] === undefined))
    return node.flow === true && grown ? [rewritten(node, value)] : keys.flatMap((key) => children(text, node, key, value[key]))
  }
  if (isSeq(node) && Array.isArray(value) && Array.isArray(known)) {
    if (node.flow === true) return [rewritten(node, value)]
    const both = Math.min(known.length, value.length)
    const last = value.slice(both)
    return [
      ...Array.from({ length: both }, (_, index) => differences(text, node.items[index] as Node, value[index])).flat(),
      ...Array.from({ length: known.length - both }, (_, index) => removed(text, node, both + index)),
      ...(last.length === 0 ? [] : [{ ...added(text, node, both, last[0]), text: last.map((each) => added(text, node, both, each).text).join('') }]),
    ]
  }
  if (!isRecord(value) && !Array.isArray(value)) return [{ start: node.range[0], end: node.range[1], text: scalarText(value) }]
  return [rewritten(node, value)]
}

/** The whole value on one line. */
const rewritten = (node: Node, value: unknown): Splice => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0, text: flowText(value) })

/** A further child of a block collection, after its last one. */
function added(text: string, parent: YAMLMap | YAMLSeq, key: string | number, value: unknown): Splice {
  const known = parent.toJSON() as Readonly<Record<string, unknown>> | readonly unknown[]
  if (parent.flow === true) return rewritten(parent, Array.isArray(known) ? [...known, value] : { ...known, [key]: value })
  const indent = startOf(parent, 0) - lineStart(text, startOf(parent, 0)) - (isSeq(parent) ? 2 : 0)
  const end = nextLine(text, Math.max(0, endOf(parent) - 1))
  return { start: end, end, text: blockText(isSeq(parent) ? [value] : { [key]: value }, indent) }
}

/** The value of a key on the key's own line, where nothing stands there or what stands below it goes. */
function onKeyLine(text: string, key: Node, before: Node, value: unknown): Splice {
  const start = text.indexOf(':', endOf(key)) + 1
  return { start, end: Math.max(start, text.slice(0, endOf(before)).trimEnd().length), text: ` ${flowText(value)}` }
}

/** The lines of one child of a block collection. */
function removed(text: string, parent: YAMLMap | YAMLSeq, index: number): Splice {
  const next = parent.items[index + 1]
  return { start: lineStart(text, startOf(parent, index)), end: next === undefined ? nextLine(text, Math.max(0, endOf(parent) - 1)) : lineStart(text, startOf(parent, index + 1)), text: '' }
}

function startOf(parent: YAMLMap | YAMLSeq, index: number): number {
  const item = parent.items[index]
  const node = isPair(item) ? item.key : item
  return ((node as Node | null)?.range ?? parent.range)?.[0] ?? 0
}
const endOf = (node: Node): number => node.range?.[1] ?? 0
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1
const nextLine = (text: string, offset: number): number => (text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset) + 1)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const without = (value: unknown, key: string | number): unknown =>
  Array.isArray(value) ? value.filter((_, index) => index !== key) : Object.fromEntries(Object.entries(value as object).filter(([each]) => each !== key))

/** Of several at one place the first stays first: a further key of the last item before a further item. */
const applied = (text: string, splices: readonly Splice[]): string =>
  splices.toReversed().toSorted((a, b) => b.start - a.start).reduce((whole, { start, end, text: piece }) => whole.slice(0, start) + piece + whole.slice(end), text)
