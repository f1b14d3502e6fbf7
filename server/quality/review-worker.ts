import { parentPort, workerData } from 'node:worker_threads'
import { openDerivedDatabase } from '../store/derived-database.ts'
import { reviewCalls, type ReviewFailure } from './review-calls.ts'
import type { ReviewOrder } from './reviewer.ts'

// The thread that reviews ended calls: neither the live calls nor the queries of the pages wait for it.
const { file } = workerData as { readonly file: string }
const opening = openDerivedDatabase(file)
/** Between two calls, so that the thread that commits live journals gets the lock. */
const pauseMs = 2
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs))

export type ReviewNews = { readonly reviewed: number } | { readonly failure: ReviewFailure } | { readonly error: string }

parentPort?.on('message', (order: ReviewOrder) => {
  const tell = (news: ReviewNews): void => parentPort?.postMessage(news)
  opening.then((database) => reviewCalls(database, order, (failure) => tell({ failure }), pause)).then(
    (reviewed) => tell({ reviewed }),
    (error: unknown) => tell({ error: error instanceof Error ? error.message : String(error) }),
  )
})
