import type { LiveEngine } from '../live/ports.ts'
import type { AdviceView, CallComparison, PartingView, WarningChangeView } from '../protocol.ts'
import { outcomeLabel } from './replay-calls.ts'
import type { Advice, RunComparison, RunOutcome, WarningChange } from './compare-runs.ts'

interface Grounds {
  /** When the call began, ms since the epoch. */
  readonly start: number
  readonly before: LiveEngine
  readonly after: LiveEngine
}

/** A comparison as the page shows it, in the titles of each version. */
export function callComparison({ partings, warnings }: RunComparison, before: RunOutcome, after: RunOutcome, grounds: Grounds): CallComparison {
  const { start } = grounds
  return {
    before: before.version,
    after: after.version,
    partings: partings.map(({ at, until, kind, before: was, after: is }): PartingView => ({ atMs: at - start, untilMs: until === null ? null : until - start, kind, before: adviceView(was, grounds.before), after: adviceView(is, grounds.after) })),
    warnings: warnings.flatMap(changeView),
    outcomes: { before: outcomeLabel(before.outcome, grounds.before), after: outcomeLabel(after.outcome, grounds.after) },
  }
}

function adviceView({ stack, text }: Advice, engine: LiveEngine): AdviceView {
  const frame = stack.at(-1) ?? null
  return { scenario: frame && (engine.flowInfo(frame.flow)?.title ?? { zh: frame.flow, en: frame.flow }), frame, text }
}

function changeView({ change, before, after }: WarningChange): readonly WarningChangeView[] {
  const shown = after ?? before
  if (shown === null) return []
  const { rule, match, severity, sayInstead, atMs } = shown
  return [{ change, atMs, rule, match, severity, sayInstead, before: before?.state ?? null, after: after?.state ?? null }]
}
