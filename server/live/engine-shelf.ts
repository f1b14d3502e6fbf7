import type { LiveEngine } from './ports.ts'

/** The engine in use, exchangeable while calls run. */
export interface EngineShelf {
  /** Always the newest engine. */
  readonly newest: LiveEngine
  /** For a call that begins now, which keeps it to its end. */
  readonly forCall: () => LiveEngine
  /**
   * 'next call': running calls keep all that they began with, as a publication wants it. 'next utterance': running calls keep their sentences,
   * but what they warn of and which cues they hear is the new from their next utterance on, as a file that was mended on disk wants it.
   */
  readonly put: (engine: LiveEngine, from: 'next call' | 'next utterance') => void
}

/** A shelf with its first engine. */
export function engineShelf(first: LiveEngine): EngineShelf {
  let current = first
  let ear = { engine: first }
  let pinned = pin(first, ear)
  return {
    newest: {
      checkTurn: (text, context) => current.checkTurn(text, context),
      repairs: (rule, text) => current.repairs(rule, text),
      cues: (text, history) => current.cues(text, history),
      anger: (level, hits, text) => current.anger(level, hits, text),
      get version() {
        return current.version
      },
      get flows() {
        return current.flows
      },
      get dispositions() {
        return current.dispositions
      },
      reactions: (text, possible, asked) => current.reactions(text, possible, asked),
      findings: (text, awaited) => current.findings(text, awaited),
      points: (phrase, text) => current.points(phrase, text),
      facts: (text, speaker, asked) => current.facts(text, speaker, asked),
      suggest: (turns, flow) => current.suggest(turns, flow),
      get conventions() {
        return current.conventions
      },
      hearConventions: (text, speaker) => current.hearConventions(text, speaker),
      phrase: (ref) => current.phrase(ref),
      flowInfo: (flow) => current.flowInfo(flow),
    },
    forCall: () => pinned,
    put: (engine, from) => {
      current = engine
      if (from === 'next call') ear = { engine }
      else ear.engine = engine
      pinned = pin(engine, ear)
    },
  }
}

/** An engine that keeps its sentences and listens by `ear`. */
const pin = (engine: LiveEngine, ear: { readonly engine: LiveEngine }): LiveEngine => ({
  ...engine,
  checkTurn: (text, context) => ear.engine.checkTurn(text, context),
  repairs: (rule, text) => ear.engine.repairs(rule, text),
  cues: (text, history) => ear.engine.cues(text, history),
  anger: (level, hits, text) => ear.engine.anger(level, hits, text),
})
