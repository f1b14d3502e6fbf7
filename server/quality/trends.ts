import type { Label, TrendFigures, TrendsView } from '../protocol.ts'
import type { Cut, TrendSums } from '../store/trend-queries.ts'

const dayMs = 86_400_000
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const mondayMs = 3 * dayMs

/** How days or weeks cut time where clocks are `zone` minutes ahead of UTC. */
export const cutOf = (bucket: 'day' | 'week', zone: number): Cut =>
  bucket === 'day' ? { lengthMs: dayMs, shiftMs: zone * 60_000 } : { lengthMs: 7 * dayMs, shiftMs: zone * 60_000 + mondayMs }

/** Groups shown; those with the most findings come first, then those with the most calls. */
const mostGroups = 200
type Rows = TrendSums
type Parts = { readonly [Kind in keyof TrendSums]: ReadonlyMap<string, TrendSums[Kind]> }

export interface TrendNames {
  /** Names a group. */
  readonly group: (key: string) => Label
  /** What an outcome counts as. */
  readonly outcome: (id: string) => { readonly id: string; readonly label: Label }
}

/** Puts sums into figures. `sharedCalls`: the calls of a piece count for each of its groups (rules have no calls of their own). */
export function trends(given: TrendSums, bucket: 'day' | 'week', cut: Cut, names: TrendNames, sharedCalls: boolean): TrendsView {
  const named = given.outcomes.map((row) => ({ row, as: row.outcome === '' ? null : names.outcome(row.outcome) }))
  const sums = { ...given, outcomes: named.map(({ row, as }) => ({ ...row, outcome: as?.id ?? '' })) }
  const pieces = [...sums.calls, ...sums.findings].map(({ piece }) => Number(piece))
  const first = pieces.reduce((least, piece) => Math.min(least, piece), Number.POSITIVE_INFINITY)
  const last = pieces.reduce((most, piece) => Math.max(most, piece), first)
  const numbers = pieces.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, step) => first + step)
  const parts: Parts = { calls: byKey(sums.calls), findings: byKey(sums.findings), outcomes: byKey(sums.outcomes) }
  const whole: Rows = sums
  const rowsOf = (key: string): Rows => ({
    calls: sharedCalls ? sums.calls : (parts.calls.get(key) ?? []),
    findings: parts.findings.get(key) ?? [],
    outcomes: sharedCalls ? sums.outcomes : (parts.outcomes.get(key) ?? []),
  })
  const seriesOf = (rows: Rows): readonly TrendFigures[] => numbers.map((piece) => figuresOf(inPiece(rows, piece)))
  const keys = [...new Set([...sums.findings, ...(sharedCalls ? [] : sums.calls)].map(({ key }) => key))]
  const groups = keys
    .map((key) => ({ key, rows: rowsOf(key) }))
    .map(({ key, rows }) => ({ id: key, label: names.group(key), all: figuresOf(rows), series: seriesOf(rows) }))
    .toSorted((one, other) => other.all.findings - one.all.findings || other.all.calls - one.all.calls)
    .slice(0, mostGroups)
  return {
    bucket,
    outcomes: Object.fromEntries(named.flatMap(({ as }) => (as === null ? [] : [[as.id, as.label]]))),
    buckets: numbers.map((piece) => piece * cut.lengthMs - cut.shiftMs),
    all: figuresOf(whole),
    series: seriesOf(whole),
    groups,
  }
}

const total = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + Number(of(row)), 0)
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

function byKey<T extends { readonly key: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const parts = new Map<string, T[]>()
  for (const row of rows) {
    const part = parts.get(row.key)
    if (part) part.push(row)
    else parts.set(row.key, [row])
  }
  return parts
}

function inPiece({ calls, findings, outcomes }: Rows, piece: number): Rows {
  const here = (row: { readonly piece: number }): boolean => Number(row.piece) === piece
  return { calls: calls.filter(here), findings: findings.filter(here), outcomes: outcomes.filter(here) }
}

function figuresOf({ calls, findings, outcomes }: Rows): TrendFigures {
  const callCount = total(calls, (row) => row.calls)
  const findingCount = total(findings, (row) => row.findings)
  const judged = total(findings, (row) => row.judged)
  const ended: Record<string, number> = {}
  for (const { outcome, calls: count } of outcomes) ended[outcome] = (ended[outcome] ?? 0) + Number(count)
  return {
    calls: callCount,
    findings: findingCount,
    per100: share(100 * findingCount, callCount),
    repairRate: share(total(findings, (row) => row.repaired), findingCount),
    falseAlarmRate: share(total(findings, (row) => row.wrong), judged),
    judged,
    adherence: share(total(calls, (row) => row.points_said), total(calls, (row) => row.points_due)),
    conventions: share(total(calls, (row) => row.conventions_kept), total(calls, (row) => row.conventions_due)),
    handlingMs: share(total(calls, (row) => row.duration), callCount),
    outcomes: ended,
  }
}
