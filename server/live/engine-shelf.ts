import type { LiveEngine } from './ports.ts'

/** The engine in use, exchangeable while calls run. */
export interface EngineShelf {
  /** Always the newest engine. */
  readonly newest: LiveEngine
  /** For a call that begins now, which keeps it to its end. */
  readonly forCall: () => LiveEngine
  /** Takes effect with the next call. */
  readonly put: (engine: LiveEngine) => void
}

/** A shelf with its first engine. */
export function engineShelf(first: LiveEngine): EngineShelf {
  let current = first
  return {
    newest: {
      checkTurn: (text, context) => current.checkTurn(text, context),
      repairs: (rule, text) => current.repairs(rule, text),
      cues: (text, history) => current.cues(text, history),
      anger: (level, hits, text) => current.anger(level, hits, text),
      get version() {
        return current.version
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
    forCall: () => current,
    put: (engine) => {
      current = engine
    },
  }
}
