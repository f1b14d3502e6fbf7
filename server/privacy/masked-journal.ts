import type { JournalWriter } from '../store/journal-writer.ts'
import type { SealedRow } from '../store/privacy-tables.ts'
import type { JournalRow } from '../store/tables.ts'
import { entryMask } from './masked-entries.ts'
import type { PrivacyKey } from './privacy-key.ts'

/** What an original is bound to: it opens in its own place only. */
export const aboutEntry = (callId: string, seq: number): string => `${callId}\n${String(seq)}`

/** A journal in which nothing personal is written: every entry is masked before `journal` has it. `reversible`: the key by which originals are kept beside it, or null. */
export function maskedJournal(journal: JournalWriter, reversible: () => PrivacyKey | null): JournalWriter {
  const mask = entryMask()
  return {
    ...journal,
    append: (addition) => {
      const entries = addition.entries.map(mask)
      const key = reversible()
      const sealed = key === null ? [] : addition.entries.flatMap((original, at) => (entries[at] === original ? [] : [sealedRow(original, key)]))
      return journal.append({ ...addition, entries, ...(sealed.length > 0 && { sealed }) })
    },
  }
}

const sealedRow = ({ call_id, seq, payload }: JournalRow, key: PrivacyKey): SealedRow => ({ call_id, seq, key_id: key.id, sealed: key.seal(payload, aboutEntry(call_id, seq)) })
