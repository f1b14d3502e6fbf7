import type { Addition } from '../store/journal-commit.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { SealedRow } from '../store/privacy-tables.ts'
import type { JournalRow } from '../store/tables.ts'
import { entryMask } from './masked-entries.ts'
import type { PrivacyKey } from './privacy-key.ts'

/** What an original is bound to: it opens in its own place only. */
export const aboutEntry = (callId: string, seq: number): string => `${callId}\n${String(seq)}`

/** Entries masked in one go. More come only with a whole call from outside, to which nothing else is added meanwhile: live calls come in between. */
const atOnce = 500
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** A journal in which nothing personal is written: every entry is masked before `journal` has it. `reversible`: the key by which originals are kept beside it, or null. */
export function maskedJournal(journal: JournalWriter, reversible: () => PrivacyKey | null): JournalWriter {
  const mask = entryMask()
  const masked = (originals: readonly JournalRow[]): Masked => {
    const entries = originals.map(mask)
    const key = reversible()
    return { entries, sealed: key === null ? [] : originals.flatMap((original, at) => (entries[at] === original ? [] : [sealedRow(original, key)])) }
  }
  const append = (addition: Addition, { entries, sealed }: Masked): Promise<void> => journal.append({ ...addition, entries, ...(sealed.length > 0 && { sealed }) })
  const appendLong = async (addition: Addition): Promise<void> => {
    const pages: Masked[] = []
    for (let from = 0; from < addition.entries.length; from += atOnce) {
      pages.push(masked(addition.entries.slice(from, from + atOnce)))
      await nextTurn()
    }
    return append(addition, { entries: pages.flatMap(({ entries }) => entries), sealed: pages.flatMap(({ sealed }) => sealed) })
  }
  return { ...journal, append: (addition) => (addition.entries.length > atOnce ? appendLong(addition) : append(addition, masked(addition.entries))) }
}

interface Masked {
  readonly entries: readonly JournalRow[]
  readonly sealed: readonly SealedRow[]
}

const sealedRow = ({ call_id, seq, payload }: JournalRow, key: PrivacyKey): SealedRow => ({ call_id, seq, key_id: key.id, sealed: key.seal(payload, aboutEntry(call_id, seq)) })
