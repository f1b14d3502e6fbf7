import type { Clock } from '../clock.ts'
import { claimDue, type Outbox } from './outbox.ts'
import { sign, signatureHeader } from './signature.ts'
import type { WebhookReceiver } from './webhook-config.ts'
import type { WebhookRow } from '../store/webhook-tables.ts'

/** How often the outbox is looked at when nothing new was written, ms. */
const pollMs = 1_000
/** Longest wait for an answer, ms. */
const patienceMs = 10_000
/** Messages on their way at once. */
const mostAtOnce = 8
/** ms before the second attempt; each further one waits twice as long, up to `mostWaitMs`. */
const firstWaitMs = 5_000
const mostWaitMs = 3_600_000

export interface DispatcherTools {
  readonly outbox: Outbox
  readonly receivers: readonly WebhookReceiver[]
  readonly clock: Clock
  /** Attempts after which a message counts as undeliverable. */
  readonly mostAttempts: number
  readonly counted: (receiver: string, result: 'delivered' | 'failed' | 'dead') => void
  readonly failed: (error: unknown) => void
}
export interface Dispatcher {
  /** Something new is in the outbox. */
  readonly nudge: () => void
  /** Begins to send. */
  readonly start: () => void
  /** Resolves when nothing is on its way any more; what was not taken stays in the outbox. */
  readonly stop: () => Promise<void>
}

/** ms until the next attempt after `attempts` failures. */
export const waitMs = (attempts: number): number => Math.min(firstWaitMs * 2 ** (attempts - 1), mostWaitMs)

/** Sends what is in the outbox, each message until it is taken: at least once, in no guaranteed order, told apart by its id. */
export function dispatcher({ outbox, receivers, clock, mostAttempts, counted, failed }: DispatcherTools): Dispatcher {
  const byName = new Map(receivers.map((receiver) => [receiver.name, receiver]))
  let round: Promise<void> | null = null
  const state = { running: false, again: false }
  let stopPolling = (): void => undefined

  const deliver = async (message: WebhookRow): Promise<void> => {
    const receiver = byName.get(message.receiver)
    const fault = receiver ? await send(receiver, message, clock.now()) : 'the configuration names no such receiver any more'
    if (fault === null) {
      counted(message.receiver, 'delivered')
      return outbox.remove(message.id)
    }
    const attempts = message.attempts + 1
    const dead = attempts >= mostAttempts
    counted(message.receiver, dead ? 'dead' : 'failed')
    await outbox.postpone(message.id, { attempts, status: dead ? 'dead' : 'waiting', due_at: clock.now() + waitMs(attempts), last_error: fault })
  }
  const sendDue = async (): Promise<void> => {
    do {
      state.again = false
      for (let due = await claimDue(outbox, clock.now(), mostAtOnce); due.length > 0 && state.running; due = await claimDue(outbox, clock.now(), mostAtOnce)) {
        await Promise.all(due.map(deliver))
      }
    } while (state.again && state.running)
  }
  const nudge = (): void => {
    state.again = true
    if (!state.running) return
    round ??= sendDue()
      .catch(failed)
      .finally(() => (round = null))
  }
  return {
    nudge,
    start: () => {
      state.running = true
      stopPolling = clock.every(pollMs, nudge)
      nudge()
    },
    stop: async () => {
      state.running = false
      stopPolling()
      await round
    },
  }
}

/** Null when the receiver took it, else what went wrong. */
async function send({ url, secret }: WebhookReceiver, { id, event, payload }: WebhookRow, now: number): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'sunline', 'x-sunline-event': encodeURIComponent(event), 'x-sunline-delivery': encodeURIComponent(id), [signatureHeader]: sign(secret, payload, now) }
    const response = await fetch(url, { method: 'POST', headers, body: payload, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    await response.body?.cancel()
    return response.ok ? null : `answered ${String(response.status)}`
  } catch (error) {
    return (error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error)).slice(0, 200)
  }
}
