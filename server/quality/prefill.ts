import type { JournalEntry } from '../live/call-events.ts'
import type { CallState } from '../live/call-state.ts'
import { foldAll } from '../live/fold.ts'
import type { Evidence, ItemAnswer } from '../protocol.ts'
import type { FindingRow } from '../store/quality-tables.ts'
import { type CallReview, type PointCounts, reviewCall } from './call-review.ts'
import { itemsOf, type Prefill, type Scorecard } from '../library/scorecards.ts'

/** What the engine answers to an item, and the words that speak for it. `answer` null: a person must look. */
export interface Proposal {
  readonly answer: ItemAnswer | null
  readonly evidence: readonly Evidence[]
}
interface HeardCall {
  readonly state: CallState
  readonly review: CallReview
}

/** Fills a scorecard in from a call's journal, entries by `seq`. Throws like {@link reviewCall}. */
export function prefill(card: Scorecard, entries: readonly JournalEntry[], points: PointCounts): ReadonlyMap<string, Proposal> {
  const call: HeardCall = { state: foldAll(entries), review: reviewCall(entries, points) }
  return new Map(itemsOf(card).map(({ id, prefill: ways }) => [id, ways ? propose(ways, call) : nothing]))
}

const nothing: Proposal = { answer: null, evidence: [] }
const notApplicable = (text: Evidence['text']): Proposal => ({ answer: 'not applicable', evidence: [{ text, quote: null, atMs: null }] })

function propose({ conventions, wording, key_points: keyPoints, only_if_anger: anger }: Prefill, call: HeardCall): Proposal {
  if (anger !== undefined && call.review.sums.peak_anger < anger) return notApplicable({ zh: '用户全程没有明显火气', en: 'The caller never was upset' })
  const proposals = [
    ...(conventions ? [byConventions(conventions, call)] : []),
    ...(wording ? [byWording(wording, call)] : []),
    ...(keyPoints ? [byKeyPoints(keyPoints, call)] : []),
  ]
  const answers = proposals.map(({ answer }) => answer)
  return { answer: worst(answers), evidence: proposals.flatMap(({ evidence }) => evidence) }
}

const gravest = ['missed', 'partly', 'met', 'not applicable'] as const
/** Of several ways the worst counts; what does not apply counts only alone. */
const worst = (answers: readonly (ItemAnswer | null)[]): ItemAnswer | null => gravest.find((answer) => answers.includes(answer)) ?? null

function byConventions(ids: readonly string[], { state }: HeardCall): Proposal {
  const results = (state.conventionResults ?? []).filter(({ id, status }) => ids.includes(id) && status !== 'not applicable')
  if (state.conventionResults === null) return nothing
  if (results.length === 0) return notApplicable({ zh: '这通电话没有用到', en: 'Nothing in the call asked for it' })
  const kept = results.filter(({ status }) => status === 'kept').length
  const evidence = results.map(({ label, status, match, atMs }): Evidence => {
    const done = status === 'kept'
    return { text: done ? label : { zh: `没做到：${label.zh}`, en: `Missed: ${label.en}` }, quote: match, atMs }
  })
  return { answer: kept === results.length ? 'met' : kept > 0 ? 'partly' : 'missed', evidence }
}

function byWording({ categories, except = [], rules, severities = ['block', 'warn'] }: NonNullable<Prefill['wording']>, { review }: HeardCall): Proposal {
  const fits = ({ category, rule, severity, state }: FindingRow): boolean =>
    state !== 'dismissed' && severities.includes(severity) && (categories === undefined || categories.includes(category)) && !except.includes(category) && (rules === undefined || rules.includes(rule))
  const found = review.findings.filter(fits)
  if (found.length === 0) return { answer: 'met', evidence: [{ text: { zh: '没有听到这类话', en: 'Nothing of the kind was heard' }, quote: null, atMs: null }] }
  const evidence = found.map(({ state, category, utterance, at_ms }): Evidence => {
    const repaired = state === 'repaired'
    return { text: { zh: `${category}，${repaired ? '补回来了' : '没补救'}`, en: repaired ? 'Said, then repaired' : 'Said, not repaired' }, quote: utterance, atMs: at_ms }
  })
  return { answer: found.every(({ state }) => state === 'repaired') ? 'partly' : 'missed', evidence }
}

function byKeyPoints({ met, partly }: NonNullable<Prefill['key_points']>, { review: { sums } }: HeardCall): Proposal {
  const { points_due: due, points_said: said } = sums
  if (due === 0) return notApplicable({ zh: '没有走到有要点的话术', en: 'No sentence with key points came up' })
  const share = said / due
  return {
    answer: share >= met ? 'met' : share >= partly ? 'partly' : 'missed',
    evidence: [{ text: { zh: `${String(due)} 个要点说到 ${String(said)} 个`, en: `${String(said)} of ${String(due)} key points said` }, quote: null, atMs: null }],
  }
}
