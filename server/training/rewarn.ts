import { SunlineError } from '../errors.ts'
import type { CallEvent, JournalEntry } from '../live/call-events.ts'
import { fold, started } from '../live/fold.ts'
import type { CallState } from '../live/call-state.ts'
import type { LiveEngine } from '../live/ports.ts'
import { turnContext } from '../live/turn-context.ts'
import { checkedUtterance } from '../live/warnings.ts'
import type { Finding } from '../wording/rule-types.ts'
import { dismiss, hear, noWarnings, type WarningLog } from '../wording/warning-lifecycle.ts'
import { outcomeOf, type RunOutcome } from './compare-runs.ts'

type Heard = Extract<CallEvent, { type: 'utterance heard' }>
const nothing: readonly Finding[] = []

/**
 * A stored call under two versions that differ in their wording rules alone: the dialogue goes as it went, and only the warnings are found
 * anew. Utterances in which `differs` says that nothing can differ are asked of `base` alone; across a break in the agent's speech the one before counts too.
 * Throws SunlineError 'internal' when `entries` does not begin with the start of a call.
 */
export function rewarnBoth(entries: readonly JournalEntry[], base: LiveEngine, draft: LiveEngine, differs: (text: string) => boolean): readonly [RunOutcome, RunOutcome] {
  const [first, ...rest] = entries
  if (first?.event.type !== 'call started') throw new SunlineError('internal', 'the journal does not begin with the start of a call')
  let state = started(first.event, first.at)
  let before: WarningLog = noWarnings
  let after: WarningLog = noWarnings
  let partedBefore = false
  for (const entry of rest) {
    const { event, at } = entry
    if (event.type === 'utterance heard' && event.utterance.speaker === 'agent') {
      const parted = differs(event.utterance.text)
      const found = findingsIn(state, event, at, base)
      before = taken(before, state, event, found, base)
      after = taken(after, state, event, parted || partedBefore ? findingsIn(state, event, at, draft) : found, draft)
      partedBefore = parted
    }
    if (event.type !== 'warning changed') state = fold(state, entry)
    else if (event.warning.state === 'dismissed') {
      const { id, dismissedBecause } = event.warning
      before = dismiss(before, id, dismissedBecause ?? '')
      after = dismiss(after, id, dismissedBecause ?? '')
    }
  }
  const outcome = outcomeOf(entries)
  return [withWarnings(outcome, before, base), withWarnings(outcome, after, draft)]
}

function findingsIn(state: CallState, { utterance: { id: utteranceId, text, startMs } }: Heard, at: number, engine: LiveEngine): readonly Finding[] {
  const found = engine.checkTurn(text, turnContext(state, { utteranceId, startMs }, 'agent', false, at))
  return found.length === 0 ? nothing : found
}

function taken(log: WarningLog, { id: callId, agentTurns }: CallState, { utterance: { id: utteranceId, ...utterance } }: Heard, findings: readonly Finding[], engine: LiveEngine): WarningLog {
  return hear({ ...noWarnings, warnings: log.warnings, turns: agentTurns }, checkedUtterance({ ...utterance, utteranceId, callId, final: true }, findings, engine))
}

const withWarnings = (outcome: RunOutcome, { warnings }: WarningLog, { version }: LiveEngine): RunOutcome => ({ ...outcome, version, warnings: warnings.filter(({ state }) => state !== 'retracted') })
