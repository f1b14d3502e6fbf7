import type { Clock } from '../clock.ts'
import type { CallState } from '../live/call-state.ts'
import type { Database } from '../store/database.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import { type Dispatcher, dispatcher, type DispatcherTools } from './dispatcher.ts'
import { type Outbox, outbox as newOutbox } from './outbox.ts'
import { toldJournal } from './told-journal.ts'
import type { WebhookReceiver } from './webhook-config.ts'

export interface WebhookTools extends Pick<DispatcherTools, 'counted' | 'failed'> {
  readonly receivers: readonly WebhookReceiver[]
  readonly database: Database
  readonly clock: Clock
  readonly stateOf: (callId: string) => CallState | undefined
}
/** What other systems are told of calls. */
export interface Webhooks extends Pick<Dispatcher, 'start' | 'stop'> {
  /** The journal to give to live calls. */
  readonly journal: (journal: JournalWriter) => JournalWriter
  readonly outbox: Outbox
}

/** About eight hours of attempts. */
const mostAttempts = 16

export function webhooks({ receivers, database, clock, stateOf, counted, failed }: WebhookTools): Webhooks {
  const outbox = newOutbox(database)
  const { nudge, start, stop } = dispatcher({ outbox, receivers, clock, mostAttempts, counted, failed })
  return { journal: (journal) => toldJournal(journal, { receivers, stateOf, now: clock.now, written: nudge }), outbox, start, stop }
}
