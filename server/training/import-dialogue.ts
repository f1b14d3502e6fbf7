import { LineCounter, parseDocument } from 'yaml'
import { checkTurns, type ReadTurns, type WrittenTurn } from './import-turns.ts'

interface Sentence {
  readonly role?: unknown
  readonly words?: unknown
  readonly begin?: unknown
  readonly end?: unknown
}
const shape = '{"dialogue": [{"role": "客服", "words": "…", "begin": 0, "end": 1200}, …]}'
const msOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The conversation of Alibaba Cloud's Smart Conversation Analysis: `{ dialogue: [{ role: 客服|客户, words, begin, end }] }`, times in ms. */
export function readDialogue(text: string): ReadTurns {
  const lines = new LineCounter()
  // JSON is read as the YAML that it is, for the lines of its parts.
  const document = parseDocument(text, { lineCounter: lines, schema: 'json', uniqueKeys: false })
  const [broken] = document.errors
  if (broken) return { turns: [], faults: [{ line: broken.linePos?.[0].line ?? 1, message: { zh: '不是有效的 JSON', en: 'not valid JSON' } }] }
  const value: unknown = document.toJS()
  const dialogue: unknown = isObject(value) && 'dialogue' in value ? value.dialogue : null
  if (!Array.isArray(dialogue)) return { turns: [], faults: [{ line: 1, message: { zh: `应为 ${shape}`, en: `expected ${shape}` } }] }
  const lineOf = (index: number): number => {
    const node: unknown = document.getIn(['dialogue', index], true)
    const range = isObject(node) && 'range' in node && Array.isArray(node.range) ? (node.range as readonly number[]) : [0]
    return lines.linePos(range[0] ?? 0).line
  }
  return checkTurns(
    (dialogue as readonly unknown[]).map((each, index): WrittenTurn => {
      const { role, words, begin, end }: Sentence = isObject(each) ? each : {}
      return { line: lineOf(index), speaker: role, text: words, startMs: msOf(begin), endMs: end === undefined ? null : (msOf(end) ?? Number.NaN) }
    }),
  )
}
