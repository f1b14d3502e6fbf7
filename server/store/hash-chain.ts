import { hash as digest } from 'node:crypto'
import type { ChainedRow, JournalRow } from './tables.ts'

/** SHA-256 over the hash before and every field of the entry, base64url. Fields are divided by line breaks; only the last may contain one. */
export const entryHash = (before: string, { call_id, seq, at, type, payload }: JournalRow): string =>
  digest('sha256', `${before}\n${call_id}\n${String(seq)}\n${String(at)}\n${type}\n${payload}`, 'base64url')

/** Where an entry stands. */
export interface Place {
  readonly callId: string
  readonly seq: number
}
interface Head {
  readonly seq: number
  readonly hash: string
}
/** Calls whose last hash is kept in memory. */
const mostHeads = 20_000

/** Chains entries to what their calls have already. What is chained counts once `kept` is called, and never after `forgotten`. */
export interface HashChain {
  /** The entries with their hashes; those of one call in the order of `seq`. `lastHash`: of an entry that is stored, or '' where there is none. */
  readonly chained: (entries: readonly JournalRow[], lastHash: (callId: string, seq: number) => string) => readonly ChainedRow[]
  /** The stored entries whose hashes `chained` will ask for, because another process wrote them or it is long ago. */
  readonly unknown: (entries: readonly JournalRow[]) => readonly Place[]
  /** The entries are on disk. */
  readonly kept: (rows: readonly ChainedRow[]) => void
  /** The entries were refused: what is known of their calls may be wrong. */
  readonly forgotten: (entries: readonly JournalRow[]) => void
}

export function hashChain(): HashChain {
  const heads = new Map<string, Head>()
  return {
    chained: (entries, lastHash) => {
      const fresh = new Map<string, Head>()
      return entries.map((entry) => {
        const { call_id: callId, seq } = entry
        const head = fresh.get(callId) ?? heads.get(callId)
        const before = seq === 0 ? '' : head?.seq === seq - 1 ? head.hash : lastHash(callId, seq - 1)
        const hash = entryHash(before, entry)
        fresh.set(callId, { seq, hash })
        return { ...entry, hash }
      })
    },
    unknown: (entries) => {
      const seen = new Set<string>()
      return entries.flatMap(({ call_id: callId, seq }) => {
        if (seen.has(callId)) return []
        seen.add(callId)
        return seq === 0 || heads.get(callId)?.seq === seq - 1 ? [] : [{ callId, seq: seq - 1 }]
      })
    },
    kept: (rows) => {
      for (const { call_id: callId, seq, hash } of rows) {
        heads.delete(callId)
        heads.set(callId, { seq, hash })
      }
      for (const callId of heads.keys()) {
        if (heads.size <= mostHeads) break
        heads.delete(callId)
      }
    },
    forgotten: (entries) => {
      for (const { call_id: callId } of entries) heads.delete(callId)
    },
  }
}
