import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { SunlineError } from '../errors.ts'
import { diskCache } from '../library/derived-cache.ts'
import { loadLibrary } from '../library/load-library.ts'
import { derivedFolder, libraryRoot } from '../library/root.ts'
import { libraryRules } from '../live/library-engine.ts'
import { audit } from '../quality/audit.ts'
import { readCsv, readJsonl } from '../quality/audit-input.ts'
import { csvHeader, csvLines, findingRows, jsonLine, MOST_SHEET_ROWS, writeWorkbook } from '../quality/audit-output.ts'
import { AuditSummary } from '../quality/audit-summary.ts'
import type { Command, Output } from './output.ts'
import { progressBar } from './progress.ts'
import { auditTables } from './audit-tables.ts'

const formats = ['jsonl', 'csv', 'xlsx'] as const
type Format = (typeof formats)[number]
const isFormat = (value: string): value is Format => (formats as readonly string[]).includes(value)

interface Order {
  readonly file: string
  readonly input: 'jsonl' | 'csv'
  readonly format: Format
  readonly out: string | null
  readonly summary: boolean
  /** Also why, on what basis and on which evidence. */
  readonly explain: boolean
}

const options = {
  input: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  summary: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
} as const

/** The command line read; null where it has an option that there is not. */
function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function order(args: readonly string[]): Order | null {
  const line = read(args)
  if (line === null) return null
  const { values, positionals } = line
  const [file] = positionals
  const format = values.format ?? values.out?.split('.').at(-1) ?? 'jsonl'
  const input = values.input ?? (file?.endsWith('.csv') === true ? 'csv' : 'jsonl')
  if (file === undefined || positionals.length > 1 || !isFormat(format) || (input !== 'jsonl' && input !== 'csv')) return null
  return format === 'xlsx' && values.out === undefined ? null : { file, input, format, out: values.out ?? null, summary: values.summary, explain: values.explain }
}

/** Writes chunks to a stream and waits when it is full, so that a slow reader bounds the memory. */
function writer(out: string | null): { readonly write: (text: string) => Promise<void>; readonly close: () => Promise<void> } {
  const stream = out === null ? process.stdout : createWriteStream(out)
  return {
    write: async (text) => {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain')
    },
    close: async () => {
      if (stream === process.stdout) return
      stream.end()
      await once(stream, 'close')
    },
  }
}

async function* counting(source: AsyncIterable<Buffer | string>, add: (bytes: number) => void): AsyncGenerator<Buffer | string> {
  for await (const chunk of source) {
    add(chunk.length)
    yield chunk
  }
}

async function run({ file, input, format, out, summary, explain }: Order, output: Output): Promise<number> {
  if (file !== '-' && !existsSync(file)) throw new SunlineError('not found', `there is no file ${file}`)
  const derived = diskCache(derivedFolder)
  const rules = libraryRules(loadLibrary(libraryRoot, derived), derived)
  const source = file === '-' ? process.stdin : createReadStream(file)
  const progress = progressBar(file === '-' ? null : statSync(file).size)
  const counted = counting(source, progress.add)
  const totals = new AuditSummary()
  const rows: (string | number)[][] = []
  let leftOut = 0
  const sink = format === 'xlsx' ? null : writer(out)
  if (format === 'csv') await sink?.write(csvHeader())
  for await (const result of audit((input === 'csv' ? readCsv : readJsonl)(counted), rules, Date.now())) {
    totals.add(result)
    if (format === 'jsonl') await sink?.write(`${jsonLine(result, explain)}\n`)
    else if (format === 'csv') await sink?.write(csvLines(result))
    else if (rows.length < MOST_SHEET_ROWS) rows.push(...findingRows(result))
    else leftOut += findingRows(result).length
  }
  progress.done()
  await sink?.close()
  const report = totals.report()
  if (format === 'xlsx' && out !== null) await writeWorkbook(out, rows, report)
  if (leftOut > 0) output.fail(`a workbook takes ${String(MOST_SHEET_ROWS)} rows; ${String(leftOut)} more were left out: audit in parts, or write CSV`)
  if (summary) for (const line of auditTables(report)) output.fail(line)
  return report.faults === 0 ? 0 : 1
}

/** `audit FILE|-`: wording faults of transcripts, in batch. */
export const auditCommand: Command = {
  usage: 'audit FILE|- [--input jsonl|csv] [--format jsonl|csv|xlsx] [--out FILE] [--summary] [--explain]',
  summary: 'wording faults: JSONL or CSV { text, speaker?, dialogue?, turn? } in, findings out, line by line',
  run: async (args, output) => {
    const wanted = order(args)
    if (wanted === null) {
      output.fail(`usage: ${auditCommand.usage} (xlsx needs --out)`)
      return 2
    }
    return run(wanted, output)
  },
}
