import type { Database } from '../store/database.ts'
import type { WebhookRow } from '../store/webhook-tables.ts'

/** A message that somebody is sending is nobody else's for so long (ms); then it counts as lost on the way. */
const claimedMs = 60_000

/** Messages that wait to be taken, and those that nobody took. */
export interface Outbox {
  /** What a receiver is to be sent now, oldest first. */
  readonly due: (receiver: string, now: number, most: number) => Promise<readonly WebhookRow[]>
  /** Takes a message for oneself; false when another process was faster. */
  readonly claim: (message: WebhookRow, until: number) => Promise<boolean>
  readonly remove: (id: string) => Promise<void>
  readonly postpone: (id: string, change: Pick<WebhookRow, 'attempts' | 'status' | 'due_at' | 'last_error'>) => Promise<void>
  /** Gives up what waits for receivers that are no longer there. */
  readonly bury: (receivers: readonly string[], reason: string) => Promise<void>
  /** How many there are, by receiver and status. */
  readonly counts: () => Promise<readonly { readonly receiver: string; readonly status: WebhookRow['status']; readonly messages: number }[]>
  /** The newest messages that nobody took. */
  readonly dead: (most: number) => Promise<readonly WebhookRow[]>
  /** Lets dead messages of a receiver wait again. Resolves to their number. */
  readonly revive: (receiver: string, now: number) => Promise<number>
}

export function outbox(database: Database): Outbox {
  const change = (id: string) => database.updateTable('webhook_outbox').where('id', '=', id)
  return {
    due: (receiver, now, most) => database.selectFrom('webhook_outbox').selectAll().where('status', '=', 'waiting').where('receiver', '=', receiver).where('due_at', '<=', now).orderBy('due_at').limit(most).execute(),
    claim: async ({ id, due_at }, until) => (await change(id).where('due_at', '=', due_at).set({ due_at: until }).executeTakeFirst()).numUpdatedRows === 1n,
    remove: async (id) => void (await database.deleteFrom('webhook_outbox').where('id', '=', id).execute()),
    postpone: async (id, values) => void (await change(id).set(values).execute()),
    bury: async (receivers, reason) => void (await database.updateTable('webhook_outbox').set({ status: 'dead', last_error: reason }).where('status', '=', 'waiting').where('receiver', 'not in', receivers).execute()),
    counts: async () =>
      (await database.selectFrom('webhook_outbox').select(({ fn }) => ['receiver', 'status', fn.countAll<number>().as('messages')]).groupBy(['receiver', 'status']).orderBy('receiver').orderBy('status').execute()).map((row) => ({ ...row, messages: Number(row.messages) })),
    dead: (most) => database.selectFrom('webhook_outbox').selectAll().where('status', '=', 'dead').orderBy('created_at', 'desc').limit(most).execute(),
    revive: async (receiver, now) => {
      const revived = await database.updateTable('webhook_outbox').set({ status: 'waiting', attempts: 0, due_at: now }).where('status', '=', 'dead').where('receiver', '=', receiver).executeTakeFirst()
      return Number(revived.numUpdatedRows)
    },
  }
}

/** Messages that are due for a receiver, claimed for this process. */
export async function claimDue(messages: Outbox, receiver: string, now: number, most: number): Promise<readonly WebhookRow[]> {
  const claimed: WebhookRow[] = []
  for (const message of await messages.due(receiver, now, most)) if (await messages.claim(message, now + claimedMs)) claimed.push(message)
  return claimed
}
