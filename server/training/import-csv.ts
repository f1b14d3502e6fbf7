import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { checkTurns, clockMs, type ReadTurns, type WrittenTurn } from './import-turns.ts'

const columns = {
  speaker: ['speaker', 'role', '说话人', '角色', '讲话人', '发言人'],
  text: ['text', 'words', 'content', '内容', '文本', '文字', '话语'],
  start: ['start', 'begin', 'starttime', '开始', '开始时间'],
  startMs: ['startms', 'start_ms', 'beginms', '开始毫秒'],
  end: ['end', 'endtime', '结束', '结束时间'],
  endMs: ['endms', 'end_ms', '结束毫秒'],
} as const
type Column = keyof typeof columns
interface Row {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** A table with a header: speaker, text, start and end (as `00:01:02.5` or seconds) or startMs and endMs; the names may be Chinese. */
export function readCsv(text: string): ReadTurns {
  let rows: readonly Row[]
  try {
    rows = parse(text, { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, trim: true }) as unknown as readonly Row[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { turns: [], faults: [{ line: typeof error['lines'] === 'number' ? error['lines'] : 1, message: { zh: '这一行不是完整的 CSV，检查引号', en: `not a CSV row: ${error.message}` } }] }
  }
  const [header, ...body] = rows
  const names = (header?.record ?? []).map((name) => name.toLowerCase().replaceAll(/\s/gu, ''))
  const place = (column: Column): number => names.findIndex((name) => columns[column].some((known) => known === name))
  const missing = [place('speaker') < 0 && 'speaker', place('text') < 0 && 'text', place('start') < 0 && place('startMs') < 0 && 'start'].filter((name) => name !== false)
  if (missing.length > 0) return { turns: [], faults: [{ line: 1, message: { zh: `表头缺少 ${missing.join('、')}；应为 speaker,text,start,end`, en: `the header lacks ${missing.join(', ')}; expected speaker,text,start,end` } }] }
  const cell = ({ record }: Row, column: Column): string | undefined => record[place(column)]
  const time = (row: Row, clock: Column, ms: Column): number | null => {
    const [written, number] = [cell(row, clock) ?? '', cell(row, ms) ?? '']
    if (written === '' && number === '') return null
    return number === '' ? (clockMs(written) ?? Number.NaN) : Number(number)
  }
  return checkTurns(
    body.map((row): WrittenTurn => ({ line: row.info.lines, speaker: cell(row, 'speaker'), text: cell(row, 'text'), startMs: time(row, 'start', 'startMs'), endMs: time(row, 'end', 'endMs') })),
  )
}
