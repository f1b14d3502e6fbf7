import type { JournalWriter } from '../store/journal-writer.ts'

/** The same journal; `ended` is called when a call's end or its wrap-up is on disk. */
export function reviewedJournal(journal: JournalWriter, ended: () => void): JournalWriter {
  return {
    ...journal,
    append: (addition) => {
      const saved = journal.append(addition)
      const status = addition.call?.status
      if (status === 'wrap-up' || status === 'closed') saved.then(ended, () => undefined)
      return saved
    },
  }
}
