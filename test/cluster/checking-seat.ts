import { setTimeout as wait } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import type { Receipt } from '../../server/ingest/receive.ts'
import type { CallView, Guidance, Reply, TranscriptEvent, Utterance, WarningBoard } from '../../server/protocol.ts'
import { eventually } from '../support/eventually.ts'
import { stepOfCall } from '../support/talkative-call.ts'

/** A call with its recogniser and its agent's page, each connected through the balancer, that checks everything it is shown. */
export interface CheckingSeat {
  readonly callId: string
  /** Ids of the finals that were acknowledged. */
  readonly acknowledged: ReadonlySet<string>
  /** What was seen that must not be: shown twice, or in the wrong order. */
  readonly faults: readonly string[]
  /** How often the page lost its connection, or its call went to another node. */
  readonly moves: () => number
  /** Longest ms that a final waited for its acknowledgement. */
  readonly slowest: () => number
  /** Speaks until told to stop. Resolves when the last word is acknowledged. */
  readonly speak: (goOn: () => boolean, pauseMs: number) => Promise<void>
  /** Resolves when the page, made up of what was pushed, shows the whole call as the server has it. Throws how they differ when they stay different. */
  readonly settle: () => Promise<void>
  readonly close: () => void
}
interface Page {
  readonly finals: Map<string, string>
  guidance: string
  seq: number
  warnings: string
  /** What was pushed since the whole call was last asked for. */
  readonly pushed: Set<string>
}
/** ms to wait for an acknowledgement before it is asked for again. */
const patienceMs = 1_500
const againMs = 50

/** `astray`: the recogniser does not say whose call it is, so that its words come to any node. */
export function checkingSeat(address: string, callId: string, astray: boolean): CheckingSeat {
  const options = { transports: ['websocket'], forceNew: true, reconnectionDelay: 30, reconnectionDelayMax: 150, query: { call: callId } }
  const ingest = io(`${address}/ingest`, astray ? { ...options, query: {} } : options)
  const browser = io(address, options)
  const acknowledged = new Set<string>()
  const faults: string[] = []
  let page: Page | null = null
  let moves = 0
  let slowest = 0

  const put = (view: CallView): void => {
    page = { finals: new Map(view.utterances.filter(({ final }) => final).map(({ id, text }) => [id, text])), guidance: JSON.stringify(view.guidance), seq: view.guidance.seq, warnings: JSON.stringify(view.warnings), pushed: new Set() }
  }
  let asked = 0
  /** Shows the whole call as soon as the answer comes: what is pushed right after it belongs on top. */
  const askOnce = (number: number): Promise<boolean> =>
    new Promise((resolve) => {
      browser.timeout(patienceMs).emit('call:watch', { callId }, (failed: Error | null, reply?: Reply<CallView>) => {
        const answered = failed === null && reply?.ok === true
        if (answered && number === asked) put(reply.data)
        resolve(answered || number !== asked)
      })
    })
  const watch = async (): Promise<void> => {
    page = null
    const number = (asked += 1)
    while (browser.connected && !(await askOnce(number))) await wait(againMs)
  }
  const heard = (_id: string, { id, final, text }: Utterance): void => {
    if (page === null || !final) return
    if (page.pushed.has(id)) faults.push(`${callId}: ${id} was shown twice`)
    page.pushed.add(id)
    page.finals.set(id, text)
  }
  const guided = (_id: string, seq: number, guidance: Guidance): void => {
    if (page === null) return
    const shown = JSON.stringify(guidance)
    if (seq < page.seq) faults.push(`${callId}: guidance ${String(seq)} after ${String(page.seq)}`)
    if (shown === page.guidance && page.pushed.has('guidance')) faults.push(`${callId}: the same guidance twice`)
    page.pushed.add('guidance')
    page.seq = seq
    page.guidance = shown
  }
  browser.on('utterance:heard', heard).on('guidance:changed', guided)
  browser.on('warning:changed', (_id: string, board: WarningBoard) => page && (page.warnings = JSON.stringify(board)))
  browser.on('call:changed', put)
  browser.on('connect', () => void watch())
  browser.on('disconnect', () => {
    page = null
    moves += 1
  })
  browser.on('call:moved', () => {
    moves += 1
    void watch()
  })

  /** How the page, made up of what was pushed, differs from the whole call. */
  const differencesOf = ({ utterances, guidance, warnings }: CallView): readonly string[] => {
    if (page === null) return ['the page is not connected']
    const shown = page
    const kept = utterances.filter(({ final }) => final).map(({ id }) => id)
    const times = (id: string): number => kept.filter((each) => each === id).length
    return [
      ...[...acknowledged].filter((id) => times(id) !== 1).map((id) => `${id} was acknowledged and is there ${String(times(id))} times`),
      ...kept.filter((id) => !shown.finals.has(id)).map((id) => `${id} was never shown`),
      ...(shown.guidance === JSON.stringify(guidance) ? [] : ['the page shows other guidance than the server']),
      ...(shown.warnings === JSON.stringify(warnings) ? [] : ['the page shows other warnings than the server']),
    ]
  }
  const send = async (event: TranscriptEvent): Promise<void> => {
    const from = performance.now()
    for (;;) {
      const receipt = (await (ingest as Socket).timeout(patienceMs).emitWithAck('transcript', event).catch(() => null)) as Receipt | null
      if (receipt !== null && receipt.result !== 'error') break
      await wait(againMs)
    }
    slowest = Math.max(slowest, performance.now() - from)
    acknowledged.add(event.utteranceId)
  }
  return {
    callId,
    acknowledged,
    faults,
    moves: () => moves,
    slowest: () => slowest,
    speak: async (goOn, pauseMs) => {
      if (!browser.connected) await new Promise<void>((resolve) => browser.once('connect', resolve))
      for (let number = 0; goOn(); number += 1) {
        const step = stepOfCall(callId, number)
        if (step.kind === 'request') browser.emit(step.name, step.payload, () => undefined)
        else {
          for (const event of step.events) if (event.final) await send(event)
            else ingest.emit('transcript', event)
        }
        if (number === 0) await watch()
        await wait(pauseMs)
      }
    },
    settle: () =>
      eventually(async () => {
        const reply = (await browser.timeout(patienceMs).emitWithAck('call:watch', { callId })) as Reply<CallView>
        const differences = reply.ok ? differencesOf(reply.data) : [reply.message]
        if (differences.length > 0) throw new Error(`${callId}: ${differences.join('; ')}`)
      }),
    close: () => {
      ingest.disconnect()
      browser.disconnect()
    },
  }
}
