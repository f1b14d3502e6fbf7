import type { ImportFault } from '../protocol.ts'
import { checkTurns, type ReadTurns, type WrittenTurn } from './import-turns.ts'

type Fields = Readonly<Record<string, unknown>>
const msOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/**
 * One JSON object a line: `{ speaker, text, startMs, endMs }`, or neutral transcript events, of which the final ones count and
 * the highest revision of each.
 */
export function readJsonl(text: string): ReadTurns {
  const faults: ImportFault[] = []
  const written = new Map<string, WrittenTurn & { readonly revision: number }>()
  for (const [index, source] of text.split('\n').entries()) {
    const line = index + 1
    if (source.trim() === '') continue
    const fields = objectOf(source)
    if (fields === null) {
      faults.push({ line, message: { zh: '每行要有一个 JSON 对象', en: 'expected one JSON object on each line' } })
      continue
    }
    if (fields['final'] === false) continue
    const id = typeof fields['utteranceId'] === 'string' ? fields['utteranceId'] : `line ${String(line)}`
    const revision = msOf(fields['revision']) ?? 0
    if ((written.get(id)?.revision ?? -1) >= revision) continue
    written.set(id, { line, revision, speaker: fields['speaker'], text: fields['text'], startMs: msOf(fields['startMs']), endMs: fields['endMs'] === undefined ? null : (msOf(fields['endMs']) ?? Number.NaN) })
  }
  return checkTurns([...written.values()], faults)
}

function objectOf(source: string): Fields | null {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
  } catch {
    return null
  }
}
