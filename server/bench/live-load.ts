import { answerParent, type Usage } from './child-report.ts'
import { eventMs } from './live-speech.ts'
import { type Seat, seat } from './load-call.ts'
import { type ClientWindow, loadTally } from './load-tally.ts'
import { type RawSocket, rawSocket } from './raw-socket.ts'
import { usageMeter } from './usage-meter.ts'

/** What a load process is told on its command line, as JSON. */
export interface LoadOrder {
  readonly address: string
  /** Where the recognisers send to, when it is not there. */
  readonly ingestAddress?: string
  readonly name: string
  readonly calls: number
  /** Calls begun a second. */
  readonly callsPerSecond: number
  /** Utterances in a call, and whether calls end and others begin. */
  readonly utterances: number
  readonly ends: boolean
}
export type LoadWindow = ClientWindow & { readonly usage: Usage }

const ingestSockets = 4
/** Sockets opened at a time. */
const atOnce = 50
/** ms for what is on its way when the sending stops. */
const lastMs = 2_000
const { address, ingestAddress = address, name, calls, callsPerSecond, utterances, ends } = JSON.parse(process.argv[2] ?? '{}') as LoadOrder

const tally = loadTally()
let over = false
/** Nothing is heard by a connection that was cut: its page would come back, the load does not. */
const cut = (what: string) => (): void => {
  if (!over) tally.fault('errors', `${what} was cut off`)
}
const ingest = await Promise.all(Array.from({ length: ingestSockets }, () => rawSocket(ingestAddress, '/ingest', () => undefined, cut('a recogniser'))))
const seats: Seat[] = []
for (let from = 0; from < calls; from += atOnce) {
  await Promise.all(Array.from({ length: Math.min(atOnce, calls - from) }, (_, place) => sit(from + place)))
}

async function sit(index: number): Promise<void> {
  const [first] = ingest
  const line = ingest[index % ingestSockets] ?? first
  if (!line) return
  let browser: RawSocket | null = null
  const taken = seat(`${name}-${String(index)}`, index, {
    tally, utterances, ends, ingest: line,
    firstUtterances: 1 + Math.floor((utterances * index) / calls),
    browser: () => {
      if (!browser) throw new Error('the browser is not connected')
      return browser
    },
  })
  seats[index] = taken
  browser = await rawSocket(address, '/', taken.hear, cut(`the browser of ${name}-${String(index)}`))
}

/** Calls that begin together are far apart in the turn: their finals must not come at once. */
const stride = coprimeOf(calls, Math.round(calls * 0.618))

function coprimeOf(number: number, from: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  return divisor(number, from) === 1 ? from : coprimeOf(number, from + 1)
}

const usage = usageMeter()
let timer: NodeJS.Timeout | undefined
function begin(): void {
  const start = performance.now()
  let turn = 0
  // The calls speak in turn, so that the load is even; those that have not begun are passed over.
  timer = setInterval(() => {
    const elapsed = performance.now() - start
    const begun = (elapsed / 1_000) * callsPerSecond
    for (; turn * eventMs < elapsed * calls; turn += 1) {
      const index = (turn * stride) % calls
      if (index < begun) seats[index]?.speak(Math.floor(turn / calls))
    }
  }, 1)
}

async function finish(): Promise<LoadWindow> {
  clearInterval(timer)
  over = true
  await new Promise((resolve) => setTimeout(resolve, lastMs))
  for (const { missing } of seats) for (let lost = missing(); lost > 0; lost -= 1) tally.fault('lost', 'a final at the end of the run')
  return { ...tally.take(), usage: usage() }
}

answerParent('ready', { begin, window: (): LoadWindow => ({ ...tally.take(), usage: usage() }), finish, memory: () => null })
