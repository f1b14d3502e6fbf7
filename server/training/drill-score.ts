import type { Label, Warning } from '../protocol.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { foldAll } from '../live/fold.ts'
import type { LiveEngine } from '../live/ports.ts'
import { type StepVisit, stepVisits } from './step-visits.ts'

/** What a drill is judged by. The weights add up to 100. */
export const scoring = {
  /** Key points said, of all that the steps spoken on had. */
  points: 60,
  /** Full unless something forbidden was said; each warning takes off its cost, a repaired one half of it. */
  wording: 25,
  cost: { block: 10, warn: 5, hint: 1 },
  /** Full when every step was done at the first try and unaided; each further try and each sentence looked up takes off its cost. */
  order: 15,
  retry: 5,
  hint: 3,
  pass: 80,
} as const

export interface DrillScore {
  /** 0–100, whole. */
  readonly total: number
  readonly passed: boolean
  readonly points: { readonly said: number; readonly all: number; readonly score: number }
  readonly wording: { readonly score: number; readonly warnings: readonly Warning[] }
  readonly order: { readonly score: number; readonly retries: number; readonly hints: number }
  /** The call came to the end of its script. */
  readonly finished: boolean
  readonly outcome: string | null
  /** Why it is failed whatever the sum; null when it is not. */
  readonly failedBecause: Label | null
  /** Median ms from the caller's last word to the trainee's first; null when the trainee never answered. */
  readonly answerMs: number | null
}

const gaveUp: Label = { zh: '没有把电话打完', en: 'The call was not brought to its end' }
const leftStanding: Label = { zh: '说了禁语，没有挽回', en: 'A forbidden phrase was said and not repaired' }

/** Scores a drill from its journal, by the engine that it ran on. `finished`: false when the trainee gave up; `hints`: sentences looked up. */
export function scoreDrill(entries: readonly JournalEntry[], engine: LiveEngine, { finished, hints }: { readonly finished: boolean; readonly hints: number }): DrillScore {
  const state = foldAll(entries)
  const visits = stepVisits(entries, engine)
  const warnings = state.warnings.filter(({ state: fate }) => fate === 'firm' || fate === 'repaired')
  const points = pointsOf(visits)
  const retries = visits.reduce((sum, { said }) => sum + Math.max(0, said.length - 1), 0)
  const lost = warnings.reduce((sum, { severity, state: fate }) => sum + scoring.cost[severity] * (fate === 'repaired' ? 0.5 : 1), 0)
  const wording = Math.max(0, scoring.wording - lost)
  const order = Math.max(0, scoring.order - retries * scoring.retry - hints * scoring.hint)
  const total = Math.round(points.score + wording + order)
  const failedBecause = !finished ? gaveUp : warnings.some(({ severity, state: fate }) => severity === 'block' && fate === 'firm') ? leftStanding : null
  return {
    total,
    passed: failedBecause === null && total >= scoring.pass,
    points,
    wording: { score: wording, warnings },
    order: { score: order, retries, hints },
    finished,
    outcome: state.outcome,
    failedBecause,
    answerMs: answerTime(state.utterances),
  }
}

function pointsOf(visits: readonly StepVisit[]): DrillScore['points'] {
  const all = visits.flatMap(({ points }) => points)
  const said = all.filter((point) => point.said).length
  return { said, all: all.length, score: all.length === 0 ? scoring.points : (scoring.points * said) / all.length }
}

function answerTime(utterances: readonly { readonly speaker: string; readonly startMs: number; readonly endMs: number }[]): number | null {
  const waits = utterances
    .flatMap((utterance, index) => {
      const before = utterances[index - 1]
      return utterance.speaker === 'agent' && before?.speaker === 'caller' ? [utterance.startMs - before.endMs] : []
    })
    .sort((a, b) => a - b)
  return waits[Math.floor(waits.length / 2)] ?? null
}
