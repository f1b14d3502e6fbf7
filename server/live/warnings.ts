import type { Mark, TranscriptEvent } from '../protocol.ts'
import type { Finding } from '../wording/rule-types.ts'
import { type CheckedUtterance, noWarnings, type WarningLog } from '../wording/warning-lifecycle.ts'
import type { CallState } from './call-state.ts'
import type { LiveEngine } from './ports.ts'

/** The firm warnings of a call, as the wording engine follows them. */
export const firmWarnings = ({ warnings, agentTurns }: CallState): WarningLog => ({ ...noWarnings, warnings, turns: agentTurns })

/** An agent's utterance with its findings, as the wording engine follows it. */
export function checkedUtterance(event: TranscriptEvent, findings: readonly Finding[], engine: LiveEngine): CheckedUtterance {
  const { utteranceId: id, text, final, startMs: atMs } = event
  return { id, text, final, atMs, findings, repairs: (rule) => engine.repairs(rule, text) }
}

/** The forbidden words, marked. */
export const forbiddenMarks = (findings: readonly Finding[]): readonly Mark[] =>
  findings.map(({ start, end, rule, severity }) => ({ kind: 'forbidden', start, end, of: rule, severity }))
