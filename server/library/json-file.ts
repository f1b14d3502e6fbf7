import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import type { Fault } from './fault.ts'
import type { YamlFile } from './yaml-file.ts'

/** Characters of a file, and brackets within brackets, that are read at most: more is no flow that a person could follow. */
const longest = 300_000
const deepest = 24

/** Reads one file as strict UTF-8 JSON. Returns the fault instead when it cannot be read. */
export function readJson(path: string, file: string): YamlFile | Fault {
  try {
    return jsonFile(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)), file)
  } catch {
    return { file, line: 1, message: 'the file is not valid UTF-8; save it as UTF-8 without other encodings', zh: '文件不是 UTF-8 编码；请存成 UTF-8' }
  }
}

/** A text as JSON, with what is needed to name a line in it; the fault instead when it is none. */
export function jsonFile(text: string, file: string): YamlFile | Fault {
  if (text.length > longest) return { file, line: 1, message: `the file has more than ${String(longest)} characters; a flow must be shorter`, zh: `文件超过 ${String(longest)} 个字符；流程要短得多` }
  const tooDeep = firstTooDeep(text)
  if (tooDeep !== null) return { file, line: lineAt(text, tooDeep), message: `brackets stand within brackets more than ${String(deepest)} deep; write the condition more simply`, zh: `括号嵌套超过 ${String(deepest)} 层；把条件写简单些` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const [, position] = /position (\d+)/u.exec(error instanceof Error ? error.message : '') ?? []
    const line = lineAt(text, position === undefined ? text.length : Number(position))
    return { file, line, message: 'not valid JSON here or just before; look for a missing comma, quote or bracket', zh: '这里或前面不是合法的 JSON；看看是不是少了逗号、引号或括号' }
  }
  const lines = new LineCounter()
  const twice = parseDocument(text, { lineCounter: lines, uniqueKeys: true }).errors.find(({ code }) => code === 'DUPLICATE_KEY')
  if (twice) return { file, line: lines.linePos(twice.pos[0]).line, message: 'the same key stands here twice; remove or rename one', zh: '同一个键写了两次；去掉或改名一个' }
  return { file, text, value }
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

function firstTooDeep(text: string): number | null {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted && character === '\\') at += 1
    else if (character === '"') quoted = !quoted
    else if (!quoted && (character === '{' || character === '[')) depth += 1
    else if (!quoted && (character === '}' || character === ']')) depth -= 1
    if (depth > deepest) return at
  }
  return null
}
