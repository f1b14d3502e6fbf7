import { readFileSync } from 'node:fs'
import { load, YAMLException } from 'js-yaml'
import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { Fault } from './fault.ts'

/** A YAML file as data, with what is needed to name a line in it. */
export interface YamlFile {
  /** Path relative to the library. */
  readonly file: string
  readonly text: string
  readonly value: unknown
}

/** Reads one file as strict UTF-8 YAML. Returns the fault instead when it cannot be read. */
export function readYaml(path: string, file: string): YamlFile | Fault {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return { file, line: 1, message: 'the file is not valid UTF-8; save it as UTF-8 without other encodings', zh: '文件不是 UTF-8 编码；请存成 UTF-8' }
  }
  try {
    return { file, text, value: load(text) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { file, line: (error.mark?.line ?? 0) + 1, message: `not valid YAML: ${error.reason}`, zh: `这里不是合法的 YAML：${inChinese(error.reason)}` }
  }
}

/** What the parser complains of, by words of its complaint. */
const complaints = [
  ['indentation', '缩进或冒号不对；含冒号的内容要加引号'],
  ['duplicated mapping key', '同一个键写了两次'],
  ['quoted scalar', '引号没有收尾'],
  ['flow collection', '括号没有收尾，或少了逗号'],
  ['alias', '“*”开头的内容要加引号'],
  ['tag', '“!”开头的内容要加引号'],
  ['document separator', '缩进不齐，或用了制表符'],
] as const
const inChinese = (reason: string): string => complaints.find(([words]) => reason.includes(words))?.[1] ?? '看看缩进、冒号、引号和括号'

/** True when reading gave a fault. */
export const isFault = (read: YamlFile | Fault): read is Fault => 'message' in read

/**
 * The 1-based line of a place in the file, given as keys and indexes from the top; the deepest part that exists counts.
 * Parses the file anew with positions, so it is for naming faults only.
 */
export function lineOf(source: YamlFile, path: readonly (string | number)[]): number {
  const lines = new LineCounter()
  let node: unknown = parseDocument(source.text, { lineCounter: lines }).contents
  let offset = 0
  for (const key of path) {
    const [at, next] = step(node, key)
    if (next === undefined) break
    offset = at ?? offset
    node = next
  }
  return lines.linePos(offset).line
}

function step(node: unknown, key: string | number): readonly [number | undefined, unknown] {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key))
    return [pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined, pair?.value ?? undefined]
  }
  if (!isCollection(node)) return [undefined, undefined]
  const item = node.items[Number(key)] as Node | undefined
  return [item?.range?.[0], item]
}
