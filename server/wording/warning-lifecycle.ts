import type { Warning, WarningState } from '../protocol.ts'
import { isStable, sightingsOf, type Sightings } from './interim-stability.ts'
import type { Finding } from './rule-types.ts'

/** Agent turns within which a repair counts. */
export const REPAIR_TURNS = 3
/** Agent turns in which a repeat of the same rule is recorded but not put in front of the agent again. */
export const COOL_DOWN_TURNS = 2

/** A warning with what the board needs to know. `turn`: number of the agent turn it was said in. `quiet`: a repeat in its cool-down. */
export interface TrackedWarning extends Warning {
  readonly turn: number
  readonly quiet: boolean
}
/** The warnings of one call: plain data, the same live and in replay. */
export interface WarningLog {
  readonly warnings: readonly TrackedWarning[]
  /** Final agent turns so far. */
  readonly turns: number
  readonly sightings: Sightings
}
/** One revision of an agent's utterance with its findings. `text` as recognised, `atMs` ms since the epoch or the call's start. */
export interface CheckedUtterance {
  readonly id: string
  readonly text: string
  readonly final: boolean
  readonly atMs: number
  readonly findings: readonly Finding[]
  /** True when this utterance repairs a breach of the rule. */
  readonly repairs: (rule: string) => boolean
  /** True for a rule whose provisional warnings are often taken back; absent: for none. */
  readonly isUnsteady?: (rule: string) => boolean
}

export const noWarnings: WarningLog = { warnings: [], turns: 0, sightings: { utterance: '', seen: {} } }

/**
 * Takes in one revision. An interim raises provisional warnings once they are stable; the final one makes them firm and repairs
 * earlier ones. Whatever the recogniser took back is retracted, at any revision.
 */
export function hear(log: WarningLog, utterance: CheckedUtterance): WarningLog {
  if (saysNothing(log, utterance)) return log
  const sightings = sightingsOf(log.sightings, utterance)
  const shown = utterance.final ? utterance.findings : utterance.findings.filter((finding) => isStable(finding, utterance.text, sightings, utterance.isUnsteady?.(finding.rule) ?? false))
  const ids = new Map<string, Finding>()
  const nth = new Map<string, number>()
  for (const finding of utterance.findings) {
    const number = nth.get(finding.rule) ?? 0
    nth.set(finding.rule, number + 1)
    ids.set(`${utterance.id}/${finding.rule}/${String(number)}`, finding)
  }
  const state: WarningState = utterance.final ? 'firm' : 'provisional'
  const followed = log.warnings.map((warning) => revised(warning, utterance, ids.get(warning.id), state))
  const made = repairedUtterances(followed, utterance, log.turns)
  const kept = followed.map((warning) => (warning.state === 'firm' && made.has(warning.utteranceId) ? { ...warning, state: 'repaired' as const } : warning))
  const known = new Set(kept.map(({ id }) => id))
  const fresh = [...ids].filter(([id, finding]) => !known.has(id) && shown.includes(finding)).map(([id, finding]) => raised(id, finding, utterance, state, log))
  return { warnings: [...kept, ...fresh], turns: log.turns + (utterance.final ? 1 : 0), sightings }
}

/** An interim without a finding, in an utterance that had none before: most of them. */
const saysNothing = ({ warnings, sightings }: WarningLog, { id, final, findings }: CheckedUtterance): boolean =>
  !final && findings.length === 0 && sightings.utterance !== id && !warnings.some(({ utteranceId }) => utteranceId === id)

/** The agent puts a warning aside, saying why. One that is not open stays as it is. */
export function dismiss(log: WarningLog, id: string, reason: string): WarningLog {
  const warnings = log.warnings.map((warning) =>
    warning.id === id && isOpen(warning) ? { ...warning, state: 'dismissed' as const, dismissedBecause: reason } : warning,
  )
  return { ...log, warnings }
}

export const isOpen = ({ state }: Warning): boolean => state === 'provisional' || state === 'firm'

function raised(id: string, finding: Finding, utterance: CheckedUtterance, state: WarningState, log: WarningLog): TrackedWarning {
  const { rule, category, severity, match, start, end, why, sayInstead } = finding
  const quiet = log.warnings.some((earlier) => earlier.rule === rule && earlier.state !== 'retracted' && log.turns - earlier.turn <= COOL_DOWN_TURNS && earlier.id !== id)
  return { id, utteranceId: utterance.id, rule, category, severity, state, match, start, end, why, sayInstead, atMs: utterance.atMs, dismissedBecause: null, turn: log.turns, quiet }
}

/** A warning of this utterance follows its words; gone from the text, it is retracted. A dismissal stands. */
function revised(warning: TrackedWarning, utterance: CheckedUtterance, finding: Finding | undefined, state: WarningState): TrackedWarning {
  if (warning.utteranceId !== utterance.id || warning.state === 'dismissed' || warning.state === 'repaired') return warning
  if (finding === undefined) return { ...warning, state: 'retracted' }
  const { match, start, end, severity, why, sayInstead } = finding
  return { ...warning, state, match, start, end, severity, why, sayInstead }
}

/** Earlier utterances that this one makes good: what repairs one breach of an utterance repairs the others of it. */
function repairedUtterances(warnings: readonly TrackedWarning[], utterance: CheckedUtterance, turns: number): ReadonlySet<string> {
  if (!utterance.final) return nothing
  const open = warnings.filter(({ state, utteranceId, turn }) => state === 'firm' && utteranceId !== utterance.id && turns - turn <= REPAIR_TURNS)
  return new Set(open.filter(({ rule }) => utterance.repairs(rule)).map(({ utteranceId }) => utteranceId))
}
const nothing: ReadonlySet<string> = new Set()
