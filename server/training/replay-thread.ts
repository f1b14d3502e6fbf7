import { Worker } from 'node:worker_threads'
import { type ErrorCode, SunlineError } from '../errors.ts'
import type { Answer, Asked, ReplayOrder } from './replay-orders.ts'

/** An order as it is sent to the thread. */
export interface ThreadOrder {
  readonly id: number
  readonly order: ReplayOrder
  readonly asked: Asked<ReplayOrder>
}
export type ThreadAnswer = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly code: ErrorCode; readonly message: string }

/** Does the orders of replays. Throws SunlineError, 'unavailable' when the thread died meanwhile; the next order starts another. */
export interface ReplayThread {
  readonly do: <K extends ReplayOrder>(order: K, asked: Asked<K>) => Promise<Answer<K>>
  readonly stop: () => Promise<void>
}
interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: SunlineError) => void
}

/** A thread of its own, started with the first order. */
export function replayThread(): ReplayThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let newest = 0

  const start = (): Worker => {
    const started = new Worker(new URL('./start-replay-worker.mjs', import.meta.url), { execArgv: [] })
    const ended = (reason: unknown): void => {
      if (worker !== started) return
      worker = null
      const why = reason instanceof Error ? reason.message : `code ${String(reason)}`
      for (const { reject } of waiting.values()) reject(new SunlineError('unavailable', `the thread of the replays ended (${why}); try again`))
      waiting.clear()
    }
    started.on('message', (answer: ThreadAnswer) => {
      const asker = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('code' in answer) asker?.reject(new SunlineError(answer.code, answer.message))
      else asker?.resolve(answer.answer)
    })
    started.once('error', ended).once('exit', ended)
    started.unref()
    return started
  }
  return {
    do: <K extends ReplayOrder>(order: K, asked: Asked<K>) =>
      new Promise<Answer<K>>((resolve, reject) => {
        const current = (worker ??= start())
        newest += 1
        waiting.set(newest, { resolve: resolve as Waiting['resolve'], reject })
        current.postMessage({ id: newest, order, asked })
      }),
    stop: async () => {
      await worker?.terminate()
      worker = null
    },
  }
}
