import { SunlineError } from '../errors.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import type { Hearing } from '../live/call-session.ts'
import type { ErrorCode } from '../errors.ts'
import type { TranscriptEvent } from '../protocol.ts'
import { readTranscript } from './neutral.ts'

/** What became of one event: taken in, nothing new, or at fault. */
export type Receipt =
  | { readonly result: 'accepted' | 'stale' }
  | { readonly result: 'error'; readonly error: ErrorCode; readonly message: string; readonly field: string | null }

type Answer = (receipt: Receipt) => void

export interface Receiver {
  /** Takes in one neutral event of unknown shape. Resolves when it is on disk (finals) or in memory (interims); never rejects. */
  readonly receive: (value: unknown) => Promise<Receipt>
  /** The same for many, in order; one at fault does not hold up the others. */
  readonly receiveAll: (values: readonly unknown[]) => Promise<readonly Receipt[]>
  /** The same as `receive`, without a promise for what needs none: `answer` gets the receipt; null when nobody waits for it. Never throws. */
  readonly take: (value: unknown, answer: Answer | null) => void
}
export interface ReceiverTools {
  readonly registry: CallRegistry
  /** Counts an event. */
  readonly received: (result: Receipt['result']) => void
  /** Reports what nobody foresaw. */
  readonly failed: (error: unknown) => void
}

const receipts = { accepted: { result: 'accepted' }, stale: { result: 'stale' } } as const

export function receiver({ registry, received, failed }: ReceiverTools): Receiver {
  /** An event of a call that is in memory is taken in before this returns. */
  const begin = (value: unknown): Hearing | Promise<Hearing> => {
    const arrived = performance.now()
    const event = readTranscript(value)
    return registry.session(event.callId)?.hear(event, arrived) ?? openAndHear(registry, event, arrived)
  }
  const finish = ({ result, saved }: Hearing, answer: Answer | null): void => {
    received(result)
    if (answer === null) return
    if (saved === null) answer(receipts[result])
    else saved.then(() => answer(receipts[result]), (error: unknown) => answer(receiptFor(error, failed)))
  }
  /** `taken`: called when the event is in memory or refused. */
  const take = (value: unknown, answer: Answer | null, taken: () => void = () => undefined): void => {
    const refuse = (error: unknown): void => {
      received('error')
      const receipt = receiptFor(error, failed)
      answer?.(receipt)
    }
    try {
      const hearing = begin(value)
      if (hearing instanceof Promise) return void hearing.then((each) => finish(each, answer), refuse).finally(taken)
      finish(hearing, answer)
    } catch (error) {
      refuse(error)
    }
    taken()
  }
  return {
    take: (value, answer) => take(value, answer),
    receive: (value) => new Promise((resolve) => take(value, resolve)),
    receiveAll: async (values) => {
      const begun: Promise<Receipt>[] = []
      for (const value of values) await new Promise<void>((taken) => begun.push(new Promise((resolve) => take(value, resolve, taken))))
      return Promise.all(begun)
    },
  }
}

async function openAndHear(registry: CallRegistry, event: TranscriptEvent, arrived: number): Promise<Hearing> {
  return (await registry.open(event.callId, null)).hear(event, arrived)
}

function receiptFor(error: unknown, failed: (error: unknown) => void): Receipt {
  if (error instanceof SunlineError) return { result: 'error', error: error.code, message: error.message, field: error.field }
  failed(error)
  return { result: 'error', error: 'internal', message: 'the event could not be taken in; the log says why', field: null }
}
