import type { CallState } from '../live/call-state.ts'
import { masked } from '../privacy/masked-entries.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { WebhookRow } from '../store/webhook-tables.ts'
import type { WebhookReceiver } from './webhook-config.ts'
import { type WebhookMessage, webhookMessages } from './webhook-messages.ts'

export interface ToldJournalTools {
  readonly receivers: readonly WebhookReceiver[]
  /** The call as it is in memory. */
  readonly stateOf: (callId: string) => CallState | undefined
  /** ms since the epoch. */
  readonly now: () => number
  /** Messages are on disk and want to go out. */
  readonly written: () => void
}

/** The same journal; what other systems are to be told is written with the entries that cause it, in one transaction, and masked like them. */
export function toldJournal(journal: JournalWriter, { receivers, stateOf, now, written }: ToldJournalTools): JournalWriter {
  if (receivers.length === 0) return journal
  return {
    ...journal,
    append: (addition) => {
      const { callId, entries } = addition
      const state = (): CallState | undefined => stateOf(callId)
      const messages = webhookMessages(entries, state)
      if (messages.length === 0) return journal.append(addition)
      const call = state()
      const outbox = messages.flatMap((message) => receivers.filter(({ events }) => events.includes(message.event)).map((receiver) => row(receiver, message, callId, call, now())))
      const saved = journal.append({ ...addition, outbox })
      saved.then(written, () => undefined)
      return saved
    },
  }
}

function row({ name }: WebhookReceiver, { key, event, data }: WebhookMessage, callId: string, state: CallState | undefined, at: number): WebhookRow {
  const id = `${callId}:${key}`
  const call = state && { id: callId, agent: state.agent, agentId: state.agentId, team: state.team, queue: state.queue, scenario: state.scenario, startedAt: state.startedAt, endedAt: state.endedAt }
  return { id: `${id}:${name}`, receiver: name, event, call_id: callId, payload: JSON.stringify({ id, event, at, call, data: masked(data) }), created_at: at, attempts: 0, due_at: at, status: 'waiting', last_error: null }
}
