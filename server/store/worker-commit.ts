import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Commit, Refusal } from './journal-commit.ts'

/** A commit in a thread of its own, so that the calls never wait for the disk. */
export interface WorkerCommit {
  readonly commit: Commit
  /** Closes the database of the thread and ends it. */
  readonly stop: () => Promise<void>
}

/** Starts the thread over an SQLite file that is migrated already. One commit at a time. A thread that dies is started again with the next commit. */
export function workerCommit(file: string): WorkerCommit {
  let worker: Worker | null = null
  const start = (): Worker => {
    const started = new Worker(new URL('./start-commit-worker.mjs', import.meta.url), { workerData: { file }, execArgv: [] })
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    return started
  }
  worker = start()
  return {
    commit: (batch) =>
      new Promise((resolve) => {
        const current = (worker ??= start())
        const settle = (refusals: readonly Refusal[]): void => {
          current.off('message', settle).off('error', died).off('exit', died)
          resolve(refusals)
        }
        const died = (reason: unknown): void => {
          const message = `the thread that writes to disk ended (${reason instanceof Error ? reason.message : `code ${String(reason)}`}); send it again`
          settle([...new Set(batch.map(({ callId }) => callId))].map((callId) => ({ callId, code: 'unavailable', message })))
        }
        current.on('message', settle).on('error', died).on('exit', died)
        current.postMessage(batch)
      }),
    stop: async () => {
      if (!worker) return
      const gone = once(worker, 'exit')
      worker.postMessage('stop')
      await gone
    },
  }
}
