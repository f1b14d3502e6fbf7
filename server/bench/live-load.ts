import { io, type Socket } from 'socket.io-client'
import type { Utterance } from '../protocol.ts'
import { eventMs, speechEvent, utteranceMs } from './live-speech.ts'

/** What the load process is told on its command line, as JSON. */
export interface LoadOrder {
  readonly address: string
  readonly calls: number
  readonly warmUpSeconds: number
  readonly seconds: number
}
/** A percentile over windows of two seconds: the median window, the best and the worst. */
export interface Windows {
  readonly median: number
  readonly least: number
  readonly most: number
}
/** What it measured. Latencies in ms from the sending of an event until its utterance arrived at the browser. */
export interface LoadResult {
  readonly sentPerSecond: number
  readonly delivered: number
  readonly p50: Windows
  readonly p99: Windows
}

const ingestSockets = 8
const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
const callIds = Array.from({ length: order.calls }, (_, index) => `bench-${String(index)}`)
const connect = (path: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = io(`${order.address}${path}`, { transports: ['websocket'], forceNew: true, reconnection: false })
    socket.once('connect', () => resolve(socket)).once('connect_error', reject)
  })

const sentAt = new Map<string, number>()
const windowMs = 2_000
/** Latencies by the window in which the event was sent. */
const windows: number[][] = []
let measuring = false
let measuredFrom = 0
let sent = 0
const keyOf = (callId: string, id: string, text: string, final: boolean): string => `${callId} ${id} ${String(text.length)} ${final ? 'f' : 'i'}`

function hear(callId: string, { id, text, final }: Utterance): void {
  const key = keyOf(callId, id, text, final)
  const from = sentAt.get(key)
  if (from === undefined) return
  sentAt.delete(key)
  const window = Math.floor((from - measuredFrom) / windowMs)
  ;(windows[window] ??= []).push(performance.now() - from)
}

const ingest = await Promise.all(Array.from({ length: ingestSockets }, () => connect('/ingest')))
const counters = new Int32Array(order.calls)
const send = async (call: number): Promise<void> => {
  const event = speechEvent(callIds[call] ?? '', call, counters[call] ?? 0)
  counters[call] = (counters[call] ?? 0) + 1
  const socket = ingest[call % ingestSockets]
  if (measuring) {
    sent += 1
    sentAt.set(keyOf(event.callId, event.utteranceId, event.text, event.final), performance.now())
  }
  if (event.final) await socket?.emitWithAck('transcript', event)
  else socket?.emit('transcript', event)
}
for (const [call, callId] of callIds.entries()) {
  while ((counters[call] ?? 0) < 13) await send(call)
  const browser = await connect('/')
  browser.on('utterance:heard', hear)
  await browser.emitWithAck('call:watch', { callId })
  await browser.emitWithAck('scenario:choose', { callId, scenario: 'repeated-repairs-wants-replacement' })
}

// Each call sends at its own moment within the period, so that the load is even.
const start = performance.now()
const offsets = callIds.map((_, call) => (utteranceMs * call) / order.calls)
const base = counters.slice()
const timer = setInterval(() => {
  const now = performance.now() - start
  for (let call = 0; call < order.calls; call += 1) {
    const due = Math.floor((now - (offsets[call] ?? 0)) / eventMs) + 1
    while ((counters[call] ?? 0) - (base[call] ?? 0) < due) void send(call)
  }
}, 1)

setTimeout(() => {
  measuring = true
  measuredFrom = performance.now()
}, order.warmUpSeconds * 1_000)
setTimeout(() => {
  measuring = false
  clearInterval(timer)
  setTimeout(finish, 1_000)
}, (order.warmUpSeconds + order.seconds) * 1_000)

function percentile(share: number): Windows {
  const values = windows.map((latencies) => latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * share)] ?? Number.NaN).sort((a, b) => a - b)
  return { median: values[values.length >> 1] ?? Number.NaN, least: values[0] ?? Number.NaN, most: values.at(-1) ?? Number.NaN }
}

function finish(): void {
  const delivered = windows.reduce((sum, latencies) => sum + latencies.length, 0) / sent
  const result: LoadResult = { sentPerSecond: sent / order.seconds, delivered, p50: percentile(0.5), p99: percentile(0.99) }
  process.send?.(result)
  process.exit(0)
}
