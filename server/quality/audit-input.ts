import { StringDecoder } from 'node:string_decoder'
import { parse as parseCsv } from 'csv-parse'
import { pipeline, Readable } from 'node:stream'
import { entryOf, LONGEST_LINE, type AuditEntry, type AuditFault } from './audit-entry.ts'

type Input = AsyncIterable<Buffer | string>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lines of a stream, without their ends; null stands for one longer than a million characters. UTF-8, with or without a mark. */
async function* linesOf(input: Input): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let skipping = false
  for await (const chunk of input) {
    const pieces = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) {
      yield skipping || piece.length > LONGEST_LINE ? null : piece.replace(/\r$/, '')
      skipping = false
    }
    if (rest.length > LONGEST_LINE) {
      skipping = true
      rest = ''
    }
  }
  rest += decoder.end()
  if (skipping || rest !== '') yield skipping ? null : rest.replace(/\r$/, '')
}

/** Reads JSON Lines. Empty lines are passed over; a line that is no object with a text becomes a fault. Memory is bounded. */
export async function* readJsonl(input: Input): AsyncGenerator<AuditEntry | AuditFault> {
  let line = 0
  for await (const text of linesOf(input)) {
    line += 1
    if (text === null) {
      yield { line, error: `line ${String(line)}: longer than ${String(LONGEST_LINE)} characters` }
      continue
    }
    const source = line === 1 ? text.replace(/^\ufeff/, '') : text
    if (source.trim() === '') continue
    yield jsonEntry(source, line)
  }
}

function jsonEntry(source: string, line: number): AuditEntry | AuditFault {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch (error) {
    return { line, error: `line ${String(line)}: not JSON (${error instanceof Error ? error.message : String(error)})` }
  }
  return isRecord(value) ? entryOf(value, line) : { line, error: `line ${String(line)}: not an object with a "text"` }
}

/** Reads CSV with a header row that has a column `text`. A row that cannot be read becomes a fault. */
export async function* readCsv(input: Input): AsyncGenerator<AuditEntry | AuditFault> {
  const faults: AuditFault[] = []
  const parser = parseCsv({
    bom: true,
    columns: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_LINE,
  })
  parser.on('skip', (error: { readonly message: string; readonly lines?: number }) => {
    const line = error.lines ?? 0
    faults.push({ line, error: `line ${String(line)}: ${error.message}` })
  })
  const rows = pipeline(Readable.from(input), parser, () => undefined)
  for await (const row of rows as AsyncIterable<{ readonly record: Readonly<Record<string, unknown>>; readonly info: { readonly lines: number } }>) {
    yield* faults.splice(0)
    yield entryOf(row.record, row.info.lines)
  }
  yield* faults
}
