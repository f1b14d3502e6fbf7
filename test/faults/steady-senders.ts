import { io, type Socket } from 'socket.io-client'
import type { Receipt } from '../../server/ingest/receive.ts'
import type { CallView, Reply, TranscriptEvent } from '../../server/protocol.ts'

/** Recognisers that go on speaking whatever happens to the server, as careful senders: what is not acknowledged is sent again. */
export interface Senders {
  /** Ids of the finals that were acknowledged, by call. */
  readonly acknowledged: ReadonlyMap<string, readonly string[]>
  /** What was answered other than accepted or stale, each once. */
  readonly refusals: ReadonlySet<string>
  /** Longest ms that a final waited for its acknowledgement since the last asking. */
  readonly slowest: () => number
  /** Everything said so far, once more. Resolves to the results. */
  readonly sayAllAgain: () => Promise<readonly string[]>
  /** Speaks no more. Resolves when what is under way is acknowledged. */
  readonly stop: () => Promise<void>
  /** Acknowledged finals that the server does not have, or has twice. */
  readonly amiss: () => Promise<readonly string[]>
  readonly close: () => void
}
const patienceMs = 1_000
const pauseMs = 40
const lines = ['您好，这里是阳光服务热线', '我这电脑又坏了', '这事不归我们管', '真对不起，我来给您办', '修了三次了', '好的'] as const
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** `name`: of the calls. */
export function steadySenders(address: string, calls: number, name = 'fault'): Senders {
  const acknowledged = new Map<string, string[]>()
  const refusals = new Set<string>()
  const said: TranscriptEvent[] = []
  const until = { silent: false }
  let slowest = 0
  const options = { transports: ['websocket'], forceNew: true, reconnectionDelay: 50, reconnectionDelayMax: 200 }
  const sockets = Array.from({ length: calls }, () => io(`${address}/ingest`, options))

  const send = async (socket: Socket, event: TranscriptEvent): Promise<Receipt> => {
    const from = performance.now()
    for (;;) {
      try {
        const receipt = (await socket.timeout(patienceMs).emitWithAck('transcript', event)) as Receipt
        if (receipt.result !== 'error') {
          slowest = Math.max(slowest, performance.now() - from)
          return receipt
        }
        refusals.add(`${receipt.error}: ${receipt.message}`)
      } catch {
        // No answer: the server is away. It is sent again.
      }
      await wait(pauseMs)
    }
  }
  const speak = async (socket: Socket, call: number): Promise<void> => {
    const callId = `${name}-${String(call)}`
    acknowledged.set(callId, [])
    for (let number = 0; !until.silent; number += 1) {
      const event: TranscriptEvent = { callId, utteranceId: `u${String(number)}`, revision: 1, speaker: number % 2 === 0 ? 'agent' : 'caller', text: lines[number % lines.length] ?? '', final: true, startMs: number * 1_000, endMs: number * 1_000 + 900, source: 'fault-test' }
      await send(socket, event)
      said.push(event)
      acknowledged.get(callId)?.push(event.utteranceId)
      await wait(pauseMs)
    }
  }
  const running = sockets.map(speak)
  return {
    acknowledged,
    refusals,
    slowest: () => {
      const most = slowest
      slowest = 0
      return most
    },
    sayAllAgain: async () => {
      const [socket] = sockets
      const results = socket ? await Promise.all(said.map((event) => send(socket, event))) : []
      return [...new Set(results.map(({ result }) => result))]
    },
    stop: async () => {
      until.silent = true
      await Promise.all(running)
    },
    amiss: async () => {
      const browser = io(address, options)
      const found: string[] = []
      for (const [callId, ids] of acknowledged) {
        const reply = (await browser.timeout(10_000).emitWithAck('call:watch', { callId })) as Reply<CallView>
        const kept = reply.ok ? reply.data.utterances.map(({ id }) => id) : []
        found.push(...ids.filter((id) => kept.filter((each) => each === id).length !== 1).map((id) => `${callId}/${id}`))
      }
      browser.disconnect()
      return found
    },
    close: () => sockets.forEach((socket) => socket.disconnect()),
  }
}
