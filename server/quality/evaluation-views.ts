import type { Person } from '../identity/actor.ts'
import type { DisputeView, EvaluatedItem, EvaluationAction, EvaluationRow, EvaluationStatus, EvaluationView } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { CallRow } from '../store/tables.ts'
import { mayAnswer, maySettle } from './disputes.ts'
import { mayEdit } from './evaluate.ts'
import { type EvaluationRecord, evidenceOf } from './evaluation-records.ts'
import type { Names } from './names.ts'
import type { Scorecard } from '../library/scorecards.ts'

/** An evaluation as its page shows it to this person. */
export async function evaluationView(database: Database, record: EvaluationRecord, names: Names, person: Person, now: number): Promise<EvaluationView> {
  const { row, card, items, dispute, log } = record
  const call: Pick<CallRow, 'started_at' | 'ended_at' | 'scenario'> = await database.selectFrom('calls').select(['started_at', 'ended_at', 'scenario']).where('id', '=', row.call_id).executeTakeFirstOrThrow()
  const rows = new Map(items.map((item) => [item.item, item]))
  const disputed: readonly string[] = dispute === null ? [] : (JSON.parse(dispute.items) as string[])
  const scored = row.score !== null
  return {
    id: row.id,
    callId: row.call_id,
    call: { startedAt: call.started_at, durationMs: (call.ended_at ?? call.started_at) - call.started_at, scenario: call.scenario === null ? null : names.scenario(call.scenario).title },
    agent: { id: row.agent_id ?? row.agent, name: row.agent },
    evaluator: { id: row.evaluator_id, name: row.evaluator_name },
    scorecard: { id: card.id, title: card.title, passScore: card.pass_score },
    status: row.status,
    score: row.score,
    failed: row.failed === 1,
    passed: scored ? passes(row.score, row.failed, card) : null,
    sections: card.sections.map(({ title, items: asked }) => ({
      title,
      items: asked.map(({ id, label, guide, weight = 0, auto_fail: autoFail = false, may_not_apply: mayNotApply = false }): EvaluatedItem => {
        const answered = rows.get(id)
        const shared = { id, label, guide, weight, autoFail, mayNotApply: mayNotApply || answered?.proposed === 'not applicable', disputed: disputed.includes(id) }
        return { ...shared, proposed: answered?.proposed ?? null, evidence: answered ? evidenceOf(answered) : [], answer: answered?.answer ?? null, reason: answered?.reason ?? '' }
      }),
    })),
    summary: row.summary,
    calibration: row.calibration_id,
    publishedAt: row.published_at,
    dueAt: row.due_at,
    acknowledgedAt: row.acknowledged_at,
    dispute: dispute && disputeView(dispute, disputed),
    log: log.map(({ at, person_name: by, action, detail }) => ({ at, by, action: action as EvaluationAction, detail })),
    may: { edit: mayEdit(person, record), answer: mayAnswer(person, record, now), settle: maySettle(person, record) },
  }
}

function disputeView({ reason, raised_at, due_at, reviewer_name, ruling, note, score_before, settled_at }: NonNullable<EvaluationRecord['dispute']>, items: readonly string[]): DisputeView {
  return { items, reason, raisedAt: raised_at, dueAt: due_at, reviewer: reviewer_name, ruling, note, scoreBefore: score_before, settledAt: settled_at }
}

const passes = (score: number | null, failed: number, card: Scorecard): boolean | null => (score === null ? null : failed === 0 && score >= card.pass_score)

export interface EvaluationFilter {
  readonly status?: EvaluationStatus
  readonly agent?: string
  readonly team?: string
  readonly evaluator?: string
  readonly from?: number
  readonly to?: number
}
const mostListed = 500

/** Evaluations newest first, at most 500; calibrations are listed elsewhere. `publishedOnly`: what an agent may see. */
export async function listEvaluations(database: Database, { status, agent, team, evaluator, from, to }: EvaluationFilter, publishedOnly: boolean): Promise<readonly EvaluationRow[]> {
  let query = database
    .selectFrom('evaluations')
    .innerJoin('calls', 'calls.id', 'evaluations.call_id')
    .leftJoin('disputes', 'disputes.evaluation_id', 'evaluations.id')
    .selectAll('evaluations')
    .select(['calls.started_at', 'disputes.due_at as settle_by', 'disputes.settled_at'])
    .where('evaluations.calibration_id', 'is', null)
  if (status !== undefined) query = query.where('evaluations.status', '=', status)
  if (publishedOnly) query = query.where('evaluations.status', '<>', 'draft')
  if (agent !== undefined) query = query.where('evaluations.agent_id', '=', agent)
  if (team !== undefined) query = query.where('evaluations.team', '=', team)
  if (evaluator !== undefined) query = query.where('evaluations.evaluator_id', '=', evaluator)
  if (from !== undefined) query = query.where('evaluations.created_at', '>=', from)
  if (to !== undefined) query = query.where('evaluations.created_at', '<=', to)
  const rows = await query.orderBy('evaluations.created_at', 'desc').limit(mostListed).execute()
  return rows.map((row) => {
    const card = JSON.parse(row.card) as Scorecard
    return {
      id: row.id, callId: row.call_id, callAt: row.started_at, agent: { id: row.agent_id ?? row.agent, name: row.agent }, evaluator: row.evaluator_name, scorecard: card.title, status: row.status,
      score: row.score, passed: passes(row.score, row.failed, card), publishedAt: row.published_at, dueAt: row.due_at, settleBy: row.status === 'disputed' && row.settled_at === null ? row.settle_by : null,
    }
  })
}
