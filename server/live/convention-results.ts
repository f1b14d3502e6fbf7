import type { ConventionResult } from '../protocol.ts'
import type { ConventionDefinition } from '../wording/conventions.ts'
import type { CallState } from './call-state.ts'
import type { LiveEngine } from './ports.ts'

type Verdict = Pick<ConventionResult, 'status' | 'match' | 'utteranceId' | 'atMs'>

const silent = { match: null, utteranceId: null, atMs: null } as const

/** Every convention of the library with what became of it in the call, and the words that counted, in the library's order. */
export function judgeConventions(state: CallState, engine: LiveEngine): readonly ConventionResult[] {
  return engine.conventions.map((convention) => {
    const { id, group, label, severity } = convention
    return { id, group, label, severity, ...(convention.never === undefined ? followed(convention, state) : unbroken(convention.never, state)) }
  })
}

/** What is due again and again is kept when it was kept each time; what the call never came to does not apply. */
function followed({ id, starts = [], only_if: only }: ConventionDefinition, state: CallState): Verdict {
  const occasions = state.conventions.filter(({ convention, status }) => convention === id && status !== 'waived')
  const missed = occasions.find(({ status }) => status !== 'kept')
  const kept = occasions.at(-1)
  if (missed !== undefined) return { status: 'missed', ...silent, atMs: missed.at - state.startedAt }
  if (kept !== undefined) return { status: 'kept', match: kept.match, utteranceId: kept.utteranceId, atMs: kept.at - state.startedAt }
  // The call came to a result and was ended without its closing.
  const skipped = starts.some(({ on }) => on === 'closing') && only === undefined && state.outcome !== null && !state.conventions.some(({ convention }) => convention === id)
  return { status: skipped ? 'missed' : 'not applicable', ...silent }
}

/** The first breach of the wording rules in question, or none. A mere hint, or a breach taken back or dismissed, is none. */
function unbroken({ categories = [], rules = [] }: NonNullable<ConventionDefinition['never']>, state: CallState): Verdict {
  const breach = state.warnings.find(({ state: fate, severity, rule, category }) => severity !== 'hint' && fate !== 'retracted' && fate !== 'dismissed' && (rules.includes(rule) || categories.includes(category)))
  if (breach === undefined) return { status: 'kept', ...silent }
  return { status: 'missed', match: breach.match, utteranceId: breach.utteranceId, atMs: breach.atMs }
}
