/** What is used of the Web Speech API; browsers differ in whether and under which name they have it. */
interface SpeechResult {
  readonly isFinal: boolean
  readonly [index: number]: { readonly transcript: string; readonly confidence: number } | undefined
}
interface SpeechEvents {
  readonly result: { readonly resultIndex: number; readonly results: ArrayLike<SpeechResult> }
  readonly error: { readonly error: string }
  readonly end: unknown
}
interface SpeechEngine {
  lang: string
  continuous: boolean
  interimResults: boolean
  readonly addEventListener: <E extends keyof SpeechEvents>(type: E, listener: (event: SpeechEvents[E]) => void) => void
  readonly start: () => void
  readonly abort: () => void
}
type SpeechEngineClass = new () => SpeechEngine

export type SpeechFault = 'refused' | 'no microphone' | 'no service'
/** One hearing of one utterance; `utterance` counts within `session`. `at`: ms since the epoch by this machine's clock. */
export interface Heard {
  readonly session: string
  readonly utterance: number
  readonly revision: number
  readonly text: string
  readonly final: boolean
  readonly startedAt: number
  readonly at: number
  readonly confidence: number
}

const faults: Readonly<Record<string, SpeechFault>> = { 'not-allowed': 'refused', 'service-not-allowed': 'refused', 'audio-capture': 'no microphone', network: 'no service', 'language-not-supported': 'no service' }
/** The engine ends by itself after a while. When it does so at once several times (ms, times), it will not work. */
const atOnceMs = 1_000
const mostAtOnce = 3

function engineClass(): SpeechEngineClass | null {
  const found: { readonly SpeechRecognition?: SpeechEngineClass; readonly webkitSpeechRecognition?: SpeechEngineClass } = window as object
  return found.SpeechRecognition ?? found.webkitSpeechRecognition ?? null
}

/** Whether this browser can recognise speech. */
export const canHear = (): boolean => engineClass() !== null

/** Listens in Chinese until the returned function is called, beginning again whenever the browser ends it. */
export function listen(heard: (words: Heard) => void, failed: (fault: SpeechFault) => void): () => void {
  const Engine = engineClass()
  if (Engine === null) {
    failed('no service')
    return () => undefined
  }
  let stopped = false
  let endedAtOnce = 0
  let current: SpeechEngine | null = null

  const stop = (): void => {
    stopped = true
    current?.abort()
  }
  const giveUp = (fault: SpeechFault): void => {
    if (stopped) return
    stop()
    failed(fault)
  }
  const begin = (): void => {
    const engine = new Engine()
    const session = crypto.randomUUID().slice(0, 8)
    const begun = Date.now()
    const startedAt = new Map<number, number>()
    let revision = 0
    current = engine
    engine.lang = 'zh-CN'
    engine.continuous = true
    engine.interimResults = true
    engine.addEventListener('result', ({ resultIndex, results }) => {
      endedAtOnce = 0
      for (let utterance = resultIndex; utterance < results.length; utterance += 1) {
        const result = results[utterance]
        const words = result?.[0]
        if (stopped || !result || !words) continue
        const at = Date.now()
        const since = startedAt.get(utterance) ?? at
        startedAt.set(utterance, since)
        revision += 1
        heard({ session, utterance, revision, text: words.transcript.trim(), final: result.isFinal, startedAt: since, at, confidence: words.confidence })
      }
    })
    engine.addEventListener('error', ({ error }) => {
      const fault = faults[error]
      if (fault !== undefined) giveUp(fault)
    })
    engine.addEventListener('end', () => {
      if (stopped) return
      endedAtOnce = Date.now() - begun < atOnceMs ? endedAtOnce + 1 : 0
      if (endedAtOnce >= mostAtOnce) giveUp('no service')
      else begin()
    })
    engine.start()
  }
  begin()
  return stop
}
