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

export interface Receiver {
  /** Takes in one neutral event of unknown shape. Resolves when it is on disk (finals) or in memory (interims); never rejects. */
  readonly receive: (value: unknown) => Promise<Receipt>
  /** The same for many, in order; one at fault does not hold up the others. */
  readonly receiveAll: (values: readonly unknown[]) => Promise<readonly Receipt[]>
}
export interface ReceiverTools {
  readonly registry: CallRegistry
  /** Counts an event and the seconds from its arrival until it was sent to the browsers. */
  readonly received: (result: Receipt['result'], seconds: number) => void
  /** Reports what nobody foresaw. */
  readonly failed: (error: unknown) => void
}

export function receiver({ registry, received, failed }: ReceiverTools): Receiver {
  const take = (value: unknown): Promise<Hearing> | Hearing => {
    const event = readTranscript(value)
    return registry.session(event.callId)?.hear(event) ?? openAndHear(registry, event)
  }
  const begin = async (value: unknown): Promise<{ readonly receipt: Receipt; readonly saved: Promise<void> }> => {
    const start = performance.now()
    try {
      const taken = take(value)
      const { result, saved } = taken instanceof Promise ? await taken : taken
      received(result, (performance.now() - start) / 1_000)
      return { receipt: { result }, saved }
    } catch (error) {
      received('error', (performance.now() - start) / 1_000)
      return { receipt: receiptFor(error, failed), saved: Promise.resolve() }
    }
  }
  const finish = async ({ receipt, saved }: Awaited<ReturnType<typeof begin>>): Promise<Receipt> => {
    try {
      await saved
      return receipt
    } catch (error) {
      return receiptFor(error, failed)
    }
  }
  return {
    receive: async (value) => finish(await begin(value)),
    receiveAll: async (values) => {
      const begun: Awaited<ReturnType<typeof begin>>[] = []
      for (const value of values) begun.push(await begin(value))
      return Promise.all(begun.map(finish))
    },
  }
}

async function openAndHear(registry: CallRegistry, event: TranscriptEvent): Promise<Hearing> {
  return (await registry.open(event.callId, null)).hear(event)
}

function receiptFor(error: unknown, failed: (error: unknown) => void): Receipt {
  if (error instanceof SunlineError) return { result: 'error', error: error.code, message: error.message, field: error.field }
  failed(error)
  return { result: 'error', error: 'internal', message: 'the event could not be taken in; the log says why', field: null }
}
