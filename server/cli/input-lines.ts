import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { SunlineError } from '../errors.ts'

/** One line of JSONL: an object, or what is wrong with the line. Lines count from 1; empty lines are passed over. */
export interface InputLine {
  readonly line: number
  readonly value: Readonly<Record<string, unknown>> | null
  readonly fault: string | null
}

/** The lines of a JSONL file, or of standard input for `-`. Throws when the file cannot be read. */
export async function* inputLines(file: string): AsyncGenerator<InputLine> {
  const stream = file === '-' ? process.stdin : createReadStream(file, { encoding: 'utf8' })
  let line = 0
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1
      if (text.trim() !== '') yield { line, ...parsed(text) }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SunlineError('not found', `${file} cannot be read: ${reason}`)
  }
}

function parsed(text: string): Omit<InputLine, 'line'> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: value as Record<string, unknown>, fault: null }
    return { value: null, fault: 'not a JSON object' }
  } catch {
    return { value: null, fault: 'not valid JSON' }
  }
}
