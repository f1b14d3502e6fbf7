import { families } from '../../flows/families.ts'
import type { DebriefView, DrillChoice, DrillScoreView, DrillSummary, DrillView, Label } from '../protocol.ts'
import type { CallState } from '../live/call-state.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { foldAll } from '../live/fold.ts'
import { guidanceView } from '../live/guidance-view.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { DrillRow } from '../store/training-tables.ts'
import { boardOf } from '../wording/warning-board.ts'
import { firmWarnings } from '../live/warnings.ts'
import { debrief } from './debrief.ts'
import { type DrillScore, scoring } from './drill-score.ts'
import { temperaments } from './caller-lines.ts'
import { scenarioBranches } from './scenario-branches.ts'

const titleOf = (scenario: string, engine: LiveEngine): Label => engine.flowInfo(scenario)?.title ?? { zh: scenario, en: scenario }

/** A drill under way, or just over, as its page shows it. `revealed`: the trainee asked for the sentence of this step. */
export interface DrillMoment {
  readonly row: DrillRow
  readonly state: CallState
  readonly records: readonly Label[]
  readonly revealed: boolean
  readonly over: boolean
}

/** What the trainee may see by the mode of the drill. */
export function drillView({ row, state, records, revealed, over }: DrillMoment, engine: LiveEngine): DrillView {
  const guidance = guidanceView(state, engine, {})
  const open = row.mode === 'study' || (row.mode === 'practice' && revealed)
  const { id, scenario, mode, level, started_at: startedAt, hints } = row
  return {
    id, scenario, mode, level, startedAt, hints, over,
    title: titleOf(scenario, engine),
    temperament: temperaments.find((each) => each === row.temperament) ?? 'calm',
    turns: state.utterances.map(({ id: utterance, speaker, text, startMs }) => ({ id: utterance, speaker, text, atMs: startMs })),
    records,
    place: mode === 'exam' ? null : guidance.place,
    sentence: open ? guidance.phrase : null,
    points: open ? guidance.points : [],
    asks: open ? guidance.asks : null,
    warning: mode === 'exam' ? null : boardOf(firmWarnings(state)).current,
  }
}

/** The end of a drill, turn by turn. */
export function debriefView(row: DrillRow, entries: readonly JournalEntry[], score: DrillScore, engine: LiveEngine): Omit<DebriefView, 'course'> {
  const state = foldAll(entries)
  const { id, scenario, mode, level, started_at: startedAt } = row
  const own = state.passed.filter(({ flow }) => flow === scenario).map(({ step }) => step)
  const end = Object.entries(engine.flows.find(scenario)?.definition.steps ?? {}).find(([, step]) => step.kind === 'end' && step.outcome === state.outcome)?.[0]
  return {
    drill: { id, scenario, mode, level, startedAt, title: titleOf(scenario, engine), temperament: temperaments.find((each) => each === row.temperament) ?? 'calm' },
    score: scoreView(score),
    turns: debrief(entries, engine),
    path: end === undefined ? own : [...own, end],
  }
}

const scoreView = ({ total, passed, points, wording, order, outcome, failedBecause, answerMs }: DrillScore): DrillScoreView => ({
  total, passed, outcome, failedBecause, answerMs,
  points: { ...points, most: scoring.points },
  wording: { ...wording, most: scoring.wording },
  order: { ...order, most: scoring.order },
  passMark: scoring.pass,
})

export const drillSummary = ({ id, scenario, mode, level, started_at, ended_at, total, passed }: DrillRow, engine: LiveEngine): DrillSummary => ({
  id, scenario, mode, level, total,
  title: titleOf(scenario, engine),
  startedAt: started_at,
  endedAt: ended_at,
  passed: passed === null ? null : passed === 1,
})

/** Every scenario that can be practised, with how many of its branches were passed. */
export function drillChoices(passed: readonly { readonly scenario: string; readonly branch: string | null }[], engine: LiveEngine): readonly DrillChoice[] {
  const done = new Map<string, number>()
  for (const { scenario, branch } of passed) if (branch !== null) done.set(scenario, (done.get(scenario) ?? 0) + 1)
  return Object.entries(engine.flows.scenarios).flatMap(([family, flows]) =>
    flows.map((flow): DrillChoice => {
      const { id } = flow.definition
      return { scenario: id, title: titleOf(id, engine), family, familyLabel: families[family as keyof typeof families], branches: scenarioBranches(engine.flows, id).length, passed: done.get(id) ?? 0 }
    }),
  )
}
