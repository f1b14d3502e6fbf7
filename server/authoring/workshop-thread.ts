import { Worker } from 'node:worker_threads'
import { type ErrorCode, SunlineError } from '../errors.ts'
import type { Progress, WorkshopAnswer, WorkshopAsked, WorkshopOrder } from './workshop-orders.ts'

type NamedOrder = { readonly [K in WorkshopOrder]: { readonly name: K; readonly asked: WorkshopAsked<K> } }[WorkshopOrder]
export type WorkshopMessage = { readonly kind: 'order'; readonly id: number; readonly order: NamedOrder } | { readonly kind: 'cancel'; readonly id: number }
export type WorkshopAnswerMessage =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly code: ErrorCode; readonly message: string }

/** An order under way. */
export interface UnderWay<K extends WorkshopOrder> {
  /** Rejects with SunlineError, 'unavailable' when the thread died. */
  readonly answer: Promise<WorkshopAnswer<K>>
  readonly cancel: () => void
}
/** Does the orders of authors in a thread of its own, started with the first. */
export interface WorkshopThread {
  readonly do: <K extends WorkshopOrder>(name: K, asked: WorkshopAsked<K>, progress?: (progress: Progress) => void) => UnderWay<K>
  readonly stop: () => Promise<void>
}
interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: SunlineError) => void
  readonly progress: (progress: Progress) => void
}

/** `standsBack`: everything else on the machine goes before it. */
export function workshopThread({ standsBack = false } = {}): WorkshopThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let newest = 0

  const start = (): Worker => {
    const started = new Worker(new URL('./start-workshop-worker.mjs', import.meta.url), { execArgv: [], workerData: { standsBack } })
    const ended = (reason: unknown): void => {
      if (worker !== started) return
      worker = null
      const why = reason instanceof Error ? reason.message : `code ${String(reason)}`
      for (const { reject } of waiting.values()) reject(new SunlineError('unavailable', `the thread that tries changes ended (${why}); try again`))
      waiting.clear()
    }
    started.on('message', (message: WorkshopAnswerMessage) => {
      const asker = waiting.get(message.id)
      if ('progress' in message) return asker?.progress(message.progress)
      waiting.delete(message.id)
      return 'code' in message ? asker?.reject(new SunlineError(message.code, message.message)) : asker?.resolve(message.answer)
    })
    started.once('error', ended).once('exit', ended)
    started.unref()
    return started
  }
  return {
    do: <K extends WorkshopOrder>(name: K, asked: WorkshopAsked<K>, progress: (progress: Progress) => void = () => undefined): UnderWay<K> => {
      const current = (worker ??= start())
      newest += 1
      const id = newest
      const answer = new Promise<WorkshopAnswer<K>>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, progress })
        current.postMessage({ kind: 'order', id, order: { name, asked } })
      })
      return { answer, cancel: () => current.postMessage({ kind: 'cancel', id }) }
    },
    stop: async () => {
      await worker?.terminate()
      worker = null
    },
  }
}
