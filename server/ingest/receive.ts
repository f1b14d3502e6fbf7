import { SunlineError } from '../errors.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import type { Hearing } from '../live/call-session.ts'
import { CallElsewhere, JournalConflict, unlessOvertaken } from '../live/homes.ts'
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
  /** Takes events to the node at which their calls are at home; without it, there is one node. */
  readonly away?: AwayReceiver
}
/** The way of an event to another node. */
export interface AwayReceiver {
  /** Whether the call is known to be at home elsewhere. */
  readonly has: (callId: string) => boolean
  /** Resolves to what the other node answered, or to what became of it here when that node is gone; never rejects. `answered`: whether anybody waits for it. */
  readonly hear: (event: TranscriptEvent, answered: boolean) => Promise<Receipt>
}

const receipts = { accepted: { result: 'accepted' }, stale: { result: 'stale' } } as const

export function receiver({ registry, received, failed, away }: ReceiverTools): Receiver {
  /** Goes with an event to the node of its call. */
  const forward = (event: TranscriptEvent, { hear }: AwayReceiver, answer: Answer | null): void =>
    void hear(event, answer !== null).then((receipt) => {
      received(receipt.result)
      answer?.(receipt)
    })
  /** Takes in an event of a call that is in memory before it returns, of another one later; null when it goes to another node. */
  const begin = (event: TranscriptEvent, answer: Answer | null): Hearing | Promise<Hearing | null> | null => {
    const arrived = performance.now()
    const session = registry.session(event.callId)
    if (session) return session.hear(event, arrived)
    if (away === undefined) return openAndHear(registry, event, arrived)
    if (!away.has(event.callId)) return openAndHear(registry, event, arrived).catch(elsewhere(event, away, answer))
    forward(event, away, answer)
    return null
  }
  const elsewhere = (event: TranscriptEvent, to: AwayReceiver, answer: Answer | null) => (error: unknown): null => {
    if (!(error instanceof CallElsewhere)) throw error
    forward(event, to, answer)
    return null
  }
  const finish = (event: TranscriptEvent, hearing: Hearing | null, answer: Answer | null): void => {
    if (hearing === null) return
    const { result, saved } = hearing
    received(result)
    if (saved === null) return answer?.(receipts[result])
    const refused = (error: unknown): void => {
      // Not taken in after all: nothing of it was written.
      if (error instanceof JournalConflict) again(event).then((receipt) => answer?.(receipt), failed)
      else answer?.(receiptFor(error, failed))
    }
    saved.then(() => answer?.(receipts[result]), refused)
  }
  /** Hears an event once more on the call as another node left it. */
  const again = (event: TranscriptEvent): Promise<Receipt> => hearSaved(event, registry).catch((error: unknown) => (away && error instanceof CallElsewhere ? away.hear(event, true) : receiptFor(error, failed)))
  /** `taken`: called when the event is in memory or refused. */
  const take = (value: unknown, answer: Answer | null, taken: () => void = () => undefined): void => {
    const refuse = (error: unknown): void => {
      received('error')
      const receipt = receiptFor(error, failed)
      answer?.(receipt)
    }
    try {
      const event = readTranscript(value)
      const hearing = begin(event, answer)
      if (hearing instanceof Promise) return void hearing.then((each) => finish(event, each, answer), refuse).finally(taken)
      finish(event, hearing, answer)
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

/** Takes an event in here, where the call is at home or has none. Resolves when it is on disk. Throws what refuses it, CallElsewhere too. */
export const hearSaved = (event: TranscriptEvent, registry: CallRegistry): Promise<Receipt> =>
  unlessOvertaken(async () => {
    const { result, saved } = await openAndHear(registry, event, performance.now())
    await saved
    return receipts[result]
  })

/** The answer to an event that was refused. `failed` hears of what nobody foresaw. */
export function receiptFor(error: unknown, failed: (error: unknown) => void): Receipt {
  if (error instanceof SunlineError) return { result: 'error', error: error.code, message: error.message, field: error.field }
  failed(error)
  return { result: 'error', error: 'internal', message: 'the event could not be taken in; the log says why', field: null }
}
