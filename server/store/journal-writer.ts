import { Stopping, type SunlineError } from '../errors.ts'
import { type Addition, asError, type Commit } from './journal-commit.ts'

export interface JournalWriter {
  /** Resolves when the addition is on disk; rejects with SunlineError 'conflict' when another writer holds its `seq`, else 'unavailable'. */
  readonly append: (addition: Addition) => Promise<void>
  /** False when so much waits that more must be refused. */
  readonly hasRoom: () => boolean
  /** False when the disk does not keep up, or took nothing at the last commit. */
  readonly healthy: () => boolean
  /** Resolves when everything appended so far is on disk or refused. */
  readonly drain: () => Promise<void>
}
/** A journal that can be ended. */
export interface ClosableJournal extends JournalWriter {
  /** Refuses what comes from now on with Stopping. Resolves when everything appended before is on disk or refused. */
  readonly close: () => Promise<void>
}
export interface WriterOptions {
  /** ms that additions wait for company, so that many share one commit. */
  readonly gatherMs?: number
  /** Additions that may wait before more are refused. */
  readonly mostWaiting?: number
}
interface Waiting {
  readonly addition: Addition
  readonly done: () => void
  readonly failed: (error: SunlineError) => void
}

/** Writes additions in the order given, all that wait in one commit. */
export function journalWriter(commit: Commit, { gatherMs = 4, mostWaiting = 20_000 }: WriterOptions = {}): ClosableJournal {
  let waiting: Waiting[] = []
  let writing: Promise<void> | null = null
  let failing = false
  let closed = false

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, gatherMs))
      const batch = waiting
      waiting = []
      const refusals = new Map((await commit(batch.map(({ addition }) => addition))).map((each) => [each.callId, asError(each)]))
      failing = [...refusals.values()].some(({ code }) => code === 'unavailable')
      // What was to follow a refused entry would leave a gap in the call's journal.
      const following = refusals.size === 0 ? [] : waiting.filter(({ addition }) => refusals.has(addition.callId))
      if (following.length > 0) waiting = waiting.filter((each) => !following.includes(each))
      for (const { addition, done, failed } of [...batch, ...following]) {
        const refused = refusals.get(addition.callId)
        if (refused) failed(refused)
        else done()
      }
    }
    writing = null
  }
  const drain = (): Promise<void> => writing ?? Promise.resolve()
  return {
    append: (addition) =>
      new Promise((done, failed) => {
        if (closed) return failed(new Stopping())
        waiting.push({ addition, done, failed })
        writing ??= flush()
      }),
    hasRoom: () => waiting.length < mostWaiting,
    healthy: () => !failing && waiting.length < mostWaiting,
    drain,
    close: () => {
      closed = true
      return drain()
    },
  }
}
