import type { Severity, TranscriptEvent, Warning, WarningBoard, WarningState } from '../protocol.ts'
import type { CallState } from './call-state.ts'
import type { Finding } from './ports.ts'

/** Agent turns within which a repair counts, and for which a warning stays at the top edge. */
const repairTurns = 3
const weight: Readonly<Record<Severity, number>> = { block: 2, warn: 1, hint: 0 }

/** Warnings out of the findings of one utterance. The same rule's nth finding keeps its id from interim to final. */
export function warningsFrom(findings: readonly Finding[], event: TranscriptEvent, state: WarningState): readonly Warning[] {
  const count = new Map<string, number>()
  return findings.map(({ rule, category, severity, match, start, end, why, sayInstead }) => {
    const nth = count.get(rule) ?? 0
    count.set(rule, nth + 1)
    const id = `${event.utteranceId}/${rule}/${String(nth)}`
    return { id, utteranceId: event.utteranceId, rule, category, severity, state, match, start, end, why, sayInstead, atMs: event.startMs, dismissedBecause: null }
  })
}

/** Open warnings of earlier agent turns that a repair in this utterance still counts for. */
export function repairable(state: CallState, utteranceId: string): readonly Warning[] {
  return state.warnings.filter((each) => each.state === 'firm' && each.utteranceId !== utteranceId && agentTurnsSince(state, each.utteranceId) <= repairTurns)
}

/** What stands at the top edge: the newest of the most severe open warnings that can still be repaired. */
export function warningBoard(state: CallState, provisional: readonly Warning[]): WarningBoard {
  const all = [...state.warnings, ...provisional]
  const open = all.filter((each) => each.state === 'firm' || each.state === 'provisional')
  const recent = open.filter((each) => each.state === 'provisional' || agentTurnsSince(state, each.utteranceId) <= repairTurns)
  const current = recent.reduce<Warning | null>((top, each) => (top && weight[top.severity] > weight[each.severity] ? top : each), null)
  return { current, open: open.length, repaired: all.filter((each) => each.state === 'repaired').length, all }
}

/** Agent turns after an utterance. */
function agentTurnsSince({ utterances }: CallState, utteranceId: string): number {
  const place = utterances.findLastIndex(({ id }) => id === utteranceId)
  return place < 0 ? 0 : utterances.slice(place + 1).filter(({ speaker }) => speaker === 'agent').length
}
