import { SunlineError } from '../../server/errors.ts'
import type { CallStore } from '../../server/store/call-store.ts'
import type { Addition } from '../../server/store/journal-commit.ts'
import type { JournalWriter } from '../../server/store/journal-writer.ts'
import type { CallRow, JournalRow } from '../../server/store/tables.ts'

interface Waiting {
  readonly addition: Addition
  readonly done: () => void
  readonly failed: (error: SunlineError) => void
}

/** A disk that several processes share: what is committed survives them, and two writers of one call collide on `seq`. */
export class Disk {
  readonly calls = new Map<string, CallRow>()
  readonly entries = new Map<string, JournalRow[]>()

  readonly store: CallStore = {
    find: (id) => Promise.resolve(this.calls.get(id)),
    current: (since) => Promise.resolve([...this.calls.values()].filter(({ status, ended_at }) => status !== 'closed' && (ended_at === null || ended_at > since))),
    journal: (id) => Promise.resolve([...(this.entries.get(id) ?? [])]),
  }

  /** Writes all of an addition or nothing; null when it is written. */
  commit({ callId, entries, call }: Addition): SunlineError | null {
    const known = this.entries.get(callId) ?? []
    if (entries.some(({ seq }, index) => seq !== known.length + index)) return new SunlineError('conflict', 'another process has written to this call')
    this.entries.set(callId, [...known, ...entries])
    if (call) this.calls.set(call.id, call)
    return null
  }
}

/** The writer of one process. Nothing reaches the disk before `flush`; what waits when the process dies is gone, and nobody is told. */
export class Writer implements JournalWriter {
  readonly #disk: Disk
  #waiting: Waiting[] = []

  constructor(disk: Disk) {
    this.#disk = disk
  }

  append(addition: Addition): Promise<void> {
    return new Promise((resolve, reject) => this.#waiting.push({ addition, done: resolve, failed: reject }))
  }

  /** Commits what waits. `failing`: the disk takes nothing. */
  flush(failing = false): void {
    const batch = this.#waiting
    this.#waiting = []
    const refused = new Map<string, SunlineError>()
    for (const { addition, done, failed } of batch) {
      const error = refused.get(addition.callId) ?? (failing ? new SunlineError('unavailable', 'the disk is full') : this.#disk.commit(addition))
      if (error === null) done()
      else {
        refused.set(addition.callId, error)
        failed(error)
      }
    }
  }

  hasRoom(): boolean {
    return this.#waiting.length < 50
  }

  healthy(): boolean {
    return true
  }

  drain(): Promise<void> {
    return Promise.resolve()
  }
}
