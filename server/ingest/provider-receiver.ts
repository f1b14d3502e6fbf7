import { SunlineError } from '../errors.ts'
import type { TranscriptEvent } from '../protocol.ts'
import type { Adapter } from './adapter.ts'
import type { Receipt, Receiver } from './receive.ts'
import type { SenderOrigin, StreamShelf } from './stream-shelf.ts'

/** What became of a provider's message. `ignored`: it held no words, or was of another call. */
export type MessageReceipt = Receipt | { readonly result: 'ignored' }

/** Takes in a provider's messages in their order; one result for each. Resolves when their final words are on disk; never rejects. */
export type ProviderReceiver = (adapter: Adapter, origin: SenderOrigin, messages: readonly unknown[]) => Promise<readonly MessageReceipt[]>

export interface ProviderReceiverTools {
  readonly receiveAll: Receiver['receiveAll']
  readonly shelf: StreamShelf
  /** Counts what could not be read. */
  readonly refused: () => void
  /** Reports what nobody foresaw. */
  readonly failed: (error: unknown) => void
}

export function providerReceiver({ receiveAll, shelf, refused, failed }: ProviderReceiverTools): ProviderReceiver {
  const read = (adapter: Adapter, origin: SenderOrigin, message: unknown): readonly TranscriptEvent[] | MessageReceipt => {
    try {
      return shelf.push(adapter, origin, message) ?? []
    } catch (error) {
      refused()
      if (error instanceof SunlineError) return { result: 'error', error: error.code, message: error.message, field: error.field }
      failed(error)
      return { result: 'error', error: 'internal', message: 'the message could not be taken in; the log says why', field: null }
    }
  }
  return async (adapter, origin, messages) => {
    const taken = messages.map((message) => read(adapter, origin, message))
    const receipts = await receiveAll(taken.flatMap((each) => ('result' in each ? [] : each)))
    let next = 0
    return taken.map((each) => {
      if ('result' in each) return each
      const own = receipts.slice(next, next + each.length)
      next += each.length
      return overall(own)
    })
  }
}

/** One word for all events of a message: the first fault, else the best news. */
const overall = (receipts: readonly Receipt[]): MessageReceipt =>
  receipts.find(({ result }) => result === 'error') ?? receipts.find(({ result }) => result === 'accepted') ?? receipts[0] ?? { result: 'ignored' }
