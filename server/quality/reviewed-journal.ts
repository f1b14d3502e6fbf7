import type { JournalWriter } from '../store/journal-writer.ts'

/** The same journal; `ended` is told of a call when its end or its wrap-up is on disk. */
export function reviewedJournal(journal: JournalWriter, ended: (callId: string) => void): JournalWriter {
  return {
    ...journal,
    append: (addition) => {
      const saved = journal.append(addition)
      const status = addition.call?.status
      if (status === 'wrap-up' || status === 'closed') saved.then(() => ended(addition.callId), () => undefined)
      return saved
    },
  }
}
