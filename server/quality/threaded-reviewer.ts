import { Worker } from 'node:worker_threads'
import { SunlineError } from '../errors.ts'
import type { ReviewFailure } from './review-calls.ts'
import type { ReviewNews } from './review-worker.ts'
import type { Reviewer, ReviewOrder } from './reviewer.ts'

/** Reviews in a thread of its own over an SQLite file; the thread starts with the first order, and anew when it died. */
export function threadedReviewer(file: string, failed: (failure: ReviewFailure) => void): Reviewer {
  let worker: Worker | null = null
  const start = (): Worker => {
    const started = new Worker(new URL('./start-review-worker.mjs', import.meta.url), { workerData: { file }, execArgv: [] })
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    return started
  }
  const review: Reviewer['review'] = (order) =>
    new Promise((resolve, reject) => {
      const current = (worker ??= start())
      const settle = (): void => void current.off('message', hear).off('error', died).off('exit', died)
      const hear = (news: ReviewNews): void => {
        if ('failure' in news) return failed(news.failure)
        settle()
        if ('reviewed' in news) resolve(news.reviewed)
        else reject(new SunlineError('unavailable', `ended calls could not be reviewed: ${news.error}`))
      }
      const died = (reason: unknown): void => {
        settle()
        reject(new SunlineError('unavailable', `the thread that reviews ended calls ended (${reason instanceof Error ? reason.message : `code ${String(reason)}`})`))
      }
      current.on('message', hear).on('error', died).on('exit', died)
      current.postMessage(order satisfies ReviewOrder)
    })
  return {
    review,
    stop: async () => {
      await worker?.terminate()
    },
  }
}
