import { crisisFlows } from '../../flows/scenarios/crisis/family.ts'
import type { CallState } from '../live/call-state.ts'
import type { JournalRow } from '../store/tables.ts'
import type { WebhookEvent } from './webhook-config.ts'

/** Something that other systems are told. `key` names its cause within the call. */
export interface WebhookMessage {
  readonly key: string
  readonly event: WebhookEvent
  readonly data: Readonly<Record<string, unknown>>
}

const crisisIds = new Set(crisisFlows.map(({ definition }) => definition.id))
/** Entries that may be worth telling; the others are not read. */
const telling = new Set(['ended', 'wrapped up', 'moved'])

/** What new entries of a call mean to other systems; calls that were not spoken on the line mean nothing. `state`: the call with these entries. */
export function webhookMessages(entries: readonly JournalRow[], state: () => CallState | undefined): readonly WebhookMessage[] {
  const worth = entries.filter(({ type }) => telling.has(type))
  const call = worth.length === 0 ? undefined : state()
  if (call?.origin !== 'live') return []
  return worth.flatMap(({ type, seq, at }): readonly WebhookMessage[] => {
    if (type === 'moved') return crises(call, at)
    if (type === 'wrapped up') return [{ key: `wrap-up-${String(seq)}`, event: 'call wrapped up', data: wrapUp(call) }]
    return call.warnings
      .filter((warning) => warning.state === 'firm')
      .map(({ id, rule, category, severity, match, utteranceId, atMs }) => ({ key: `warning-${id}`, event: 'warning unrepaired', data: { rule, category, severity, match, utteranceId, atMs } }))
  })
}

/** The crisis that the call has just come to, unless it was there before. */
function crises({ passed, stack, callerNumber, cues }: CallState, at: number): readonly WebhookMessage[] {
  const flow = stack.at(-1)?.flow
  if (flow === undefined || !crisisIds.has(flow) || passed.some((step) => step.flow === flow && step.at < at)) return []
  return [{ key: `crisis-${flow}`, event: 'crisis raised', data: { scenario: flow, callerNumber, heard: cues.at(-1)?.match ?? null } }]
}

function wrapUp({ wrapup, outcome, facts, warnings, promises, cues }: CallState): Readonly<Record<string, unknown>> {
  const fates = (fate: string): number => warnings.filter(({ state }) => state === fate).length
  return {
    disposition: wrapup?.disposition ?? null,
    notes: wrapup?.notes ?? '',
    outcome,
    facts: Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value])),
    promises: promises.map(({ text }) => text),
    cues: [...new Set(cues.map(({ id }) => id))],
    warnings: { repaired: fates('repaired'), unrepaired: fates('firm'), dismissed: fates('dismissed') },
  }
}
