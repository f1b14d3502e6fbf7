import type { JournalRow } from '../store/tables.ts'
import { maskDictated, maskPersonal, mayBePersonal } from './mask.ts'

/** Fields that name things of ours and are never anybody's number. */
const names: ReadonlySet<string> = new Set([
  'id', 'callId', 'utteranceId', 'agent', 'agentId', 'agentNumber', 'team', 'origin', 'libraryVersion', 'source', 'speaker', 'kind', 'of', 'rule', 'category', 'severity', 'state', 'fact', 'flow', 'step',
  'scenario', 'reaction', 'convention', 'status', 'timer', 'phrase', 'disposition', 'outcome', 'by', 'byId', 'callerNumber',
])

/** The same value with every text in it masked, and what is not masked shared with it. Offsets stay true: nothing changes its length. */
export function masked<T>(value: T, mask: (text: string) => string = maskPersonal): T {
  if (typeof value === 'string') return mask(value) as T
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const changed = items.map((item) => masked(item, mask))
    return (changed.every((item, at) => item === items[at]) ? value : changed) as T
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
  const changed = fields.map(([name, field]: [string, unknown]) => (names.has(name) && typeof field === 'string' ? field : masked(field, mask)))
  return changed.every((field, at) => field === fields[at]?.[1]) ? value : (Object.fromEntries(fields.map(([name], at) => [name, changed[at]])) as T)
}

/** Entries that hold no words of a person. */
const wordless: ReadonlySet<string> = new Set(['interims judged', 'held', 'retrieved', 'clock rang', 'clock jumped', 'ended', 'whisper acknowledged'])
/** Somebody is asked for, or announces, a number of his own. */
const asksForNumber = /(?:电话|手机|联系方式|号码|身份证|卡号|银行卡|座机)[^。！？!?]{0,12}(?:多少|报|念|说|留|给|是|吗|什么|记)|(?:报|念|说|留|给)[^。！？!?]{0,8}(?:电话|手机|号码|身份证|卡号)/u
/** Turns for which a dictation may go on. */
const dictationTurns = 6
/** Calls whose dictations are kept in mind. */
const mostCalls = 20_000

/** Masks the entries of calls as they come; of each call it keeps in mind whether somebody is dictating a number piece by piece. */
export function entryMask(): (row: JournalRow) => JournalRow {
  const dictating = new Map<string, number>()
  const heard = (callId: string, text: string): ((text: string) => string) => {
    const left = dictating.get(callId) ?? 0
    if (asksForNumber.test(text)) {
      dictating.set(callId, dictationTurns)
      if (dictating.size > mostCalls) for (const oldest of [...dictating.keys()].slice(0, 1)) dictating.delete(oldest)
    } else if (left > 1) dictating.set(callId, left - 1)
    else if (left === 1) dictating.delete(callId)
    return left > 0 ? (part) => maskDictated(part) ?? maskPersonal(part) : maskPersonal
  }
  return (row) => {
    if (wordless.has(row.type)) return row
    // The texts stand in the JSON as they are, so most entries need not be read.
    if (!mayBePersonal(row.payload) && !asksForNumber.test(row.payload) && !dictating.has(row.call_id)) return row
    const payload = JSON.parse(row.payload) as Readonly<Record<string, unknown>>
    const text = (payload['utterance'] as { readonly text?: string } | undefined)?.text
    const changed = masked(payload, text === undefined ? maskPersonal : heard(row.call_id, text))
    return changed === payload ? row : { ...row, payload: JSON.stringify(changed) }
  }
}
