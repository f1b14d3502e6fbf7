import { Worker } from 'node:worker_threads'
import { SunlineError } from '../errors.ts'
import type { CallTally } from './call-tally.ts'

/** Adds up in a thread of its own, over an SQLite file that is migrated already. Who asks while a sum is under way gets that one. Rejects with SunlineError 'unavailable'. */
export function workerTally(file: string): CallTally {
  return { moves: shared(() => sum(file, 'moves')), rules: shared(() => sum(file, 'rules')) }
}

type Sum<K extends keyof CallTally> = Awaited<ReturnType<CallTally[K]>>

function sum<K extends keyof CallTally>(file: string, what: K): Promise<Sum<K>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./start-tally-worker.mjs', import.meta.url), { workerData: { file, what }, execArgv: [] })
    const failed = (reason: string): void => reject(new SunlineError('unavailable', `the stored calls could not be added up: ${reason}; try again`))
    worker.once('message', resolve)
    worker.once('error', (error) => failed(String(error)))
    worker.once('exit', (code) => failed(`the thread ended with code ${String(code)}`))
  })
}

function shared<T>(run: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null
  return () =>
    (underWay ??= run().finally(() => {
      underWay = null
    }))
}
