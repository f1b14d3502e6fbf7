import type { Speaker } from '../wording/types.ts'

/** One line to audit. `ids`: every other field of the line, given back with its findings. `line`: 1-based. */
export interface AuditEntry {
  readonly line: number
  readonly text: string
  readonly speaker: Speaker
  readonly dialogue: string | null
  readonly ids: Readonly<Record<string, unknown>>
}
/** A line that cannot be read; the audit goes on with the next. */
export interface AuditFault {
  readonly line: number
  readonly error: string
}
export const isFaulty = (each: AuditEntry | AuditFault): each is AuditFault => 'error' in each

const speakers: Readonly<Record<string, Speaker>> = { agent: 'agent', caller: 'caller', 坐席: 'agent', 客服: 'agent', 用户: 'caller', 客户: 'caller' }
/** A longer line is no utterance; it would also hold up everything behind it. */
export const LONGEST_LINE = 1_000_000

/** Reads the fields of one line: `text` is needed; `speaker` defaults to the agent. */
export function entryOf(fields: Readonly<Record<string, unknown>>, line: number): AuditEntry | AuditFault {
  const { text, ...ids } = fields
  if (typeof text !== 'string') return { line, error: `line ${String(line)}: "text" is ${text === undefined ? 'missing' : 'not a string'}` }
  const named = ids['speaker'] ?? 'agent'
  const speaker = typeof named === 'string' && Object.hasOwn(speakers, named === '' ? 'agent' : named) ? speakers[named === '' ? 'agent' : named] : undefined
  if (speaker === undefined) return { line, error: `line ${String(line)}: "speaker" must be agent or caller, not ${JSON.stringify(named)}` }
  const dialogue = ids['dialogue']
  const known = typeof dialogue === 'number' || (typeof dialogue === 'string' && dialogue !== '')
  return { line, text, speaker, dialogue: known ? String(dialogue) : null, ids }
}
