import { SunlineError } from '../errors.ts'
import type { WorkshopAnswerMessage, WorkshopMessage } from './workshop-messages.ts'
import type { Progress, WorkshopAnswer, WorkshopAsked, WorkshopOrder } from './workshop-orders.ts'
import type { RunningWorkshop, WorkshopStart } from './workshop-start.ts'

/** An order under way. */
export interface UnderWay<K extends WorkshopOrder> {
  /** Rejects with SunlineError, 'unavailable' when the workshop died. */
  readonly answer: Promise<WorkshopAnswer<K>>
  readonly cancel: () => void
}
/** Has the orders of authors done elsewhere, in a workshop that begins with the first. */
export interface RemoteWorkshop {
  readonly do: <K extends WorkshopOrder>(name: K, asked: WorkshopAsked<K>, progress?: (progress: Progress) => void) => UnderWay<K>
  readonly stop: () => Promise<void>
}
interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: SunlineError) => void
  readonly progress: (progress: Progress) => void
}

/** `idleMs`: the workshop ends after so long without an order; the next begins another. */
export function remoteWorkshop(start: WorkshopStart, { idleMs = Infinity } = {}): RemoteWorkshop {
  const waiting = new Map<number, Waiting>()
  let running: RunningWorkshop | null = null
  let newest = 0
  let rest: NodeJS.Timeout | undefined

  const stop = async (): Promise<void> => {
    clearTimeout(rest)
    const stopped = running
    running = null
    await stopped?.stop()
  }
  const begin = (): RunningWorkshop => {
    const begun: RunningWorkshop = start({
      answered: (message: WorkshopAnswerMessage) => {
        const asker = waiting.get(message.id)
        if ('progress' in message) return asker?.progress(message.progress)
        waiting.delete(message.id)
        if (idleMs < Infinity && waiting.size === 0) rest = setTimeout(() => void stop(), idleMs).unref()
        return 'code' in message ? asker?.reject(new SunlineError(message.code, message.message, null, message.zh)) : asker?.resolve(message.answer)
      },
      ended: (reason) => {
        if (running !== begun) return
        running = null
        for (const { reject } of waiting.values()) reject(new SunlineError('unavailable', `the workshop that tries changes ended (${reason}); try again`, null, '试改动的进程中断了；请再试一次'))
        waiting.clear()
      },
    })
    return begun
  }
  return {
    do: <K extends WorkshopOrder>(name: K, asked: WorkshopAsked<K>, progress: (progress: Progress) => void = () => undefined): UnderWay<K> => {
      clearTimeout(rest)
      const current = (running ??= begin())
      newest += 1
      const id = newest
      const answer = new Promise<WorkshopAnswer<K>>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, progress })
        current.send({ kind: 'order', id, order: { name, asked } } as WorkshopMessage)
      })
      return { answer, cancel: () => current.send({ kind: 'cancel', id }) }
    },
    stop,
  }
}
