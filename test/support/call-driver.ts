import { io } from 'socket.io-client'
import type { Receipt } from '../../server/ingest/receive.ts'
import type { CallView, Reply } from '../../server/protocol.ts'
import { type CallStep, stepOfCall } from './talkative-call.ts'

type AnySocket = { readonly timeout: (ms: number) => { readonly emitWithAck: (event: string, payload: unknown) => Promise<unknown> }; readonly disconnect: () => unknown }

/** Plays one call into a server that may die at any moment, as a careful sender does: what is not acknowledged is sent again. */
export interface CallDriver {
  readonly callId: string
  /** Ids of the final utterances that were acknowledged. */
  readonly acknowledged: readonly string[]
  /** The screen after the last acknowledged step, while nothing is under way; else null. */
  readonly quiet: () => CallView | null
  readonly stepsDone: () => number
  /** Plays on until told to stop. Resolves when the step under way is done. */
  readonly run: (goOn: () => boolean) => Promise<void>
  readonly screen: () => Promise<CallView>
  readonly close: () => void
}
/** ms to wait for an acknowledgement before the connection counts as lost. */
const patienceMs = 1_500

export function callDriver(address: string, callId: string, pause: () => Promise<void>): CallDriver {
  const open = (path: string): AnySocket => io(`${address}${path}`, { transports: ['websocket'], forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 60 })
  const ingest = open('/ingest')
  const browser = open('/')
  const acknowledged: string[] = []
  let quiet: CallView | null = null
  let number = 0

  const ask = async (socket: AnySocket, event: string, payload: unknown): Promise<unknown> => {
    for (;;) {
      try {
        return await socket.timeout(patienceMs).emitWithAck(event, payload)
      } catch {
        // Not acknowledged: the server has died, or its answer was lost. It is sent again.
      }
    }
  }
  const screen = async (): Promise<CallView> => {
    const reply = (await ask(browser, 'call:watch', { callId })) as Reply<CallView>
    if (!reply.ok) throw new Error(`${callId}: ${reply.message}`)
    return reply.data
  }
  const perform = async (step: CallStep): Promise<void> => {
    if (step.kind === 'request') {
      const reply = (await ask(browser, step.name, step.payload)) as Reply<unknown>
      if (!reply.ok) throw new Error(`${callId}: ${reply.error}: ${reply.message}`)
      return
    }
    for (const event of step.events) {
      const receipt = (await ask(ingest, 'transcript', event)) as Receipt
      if (receipt.result === 'error') throw new Error(`${callId}: ${receipt.message}`)
      if (event.final) acknowledged.push(event.utteranceId)
    }
  }
  return {
    callId,
    acknowledged,
    quiet: () => quiet,
    stepsDone: () => number,
    run: async (goOn) => {
      while (goOn()) {
        quiet = null
        await perform(stepOfCall(callId, number))
        number += 1
        quiet = await screen()
        await pause()
      }
    },
    screen,
    close: () => {
      ingest.disconnect()
      browser.disconnect()
    },
  }
}
