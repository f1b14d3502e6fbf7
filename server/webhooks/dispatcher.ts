import type { Clock } from '../clock.ts'
import { claimDue, type Outbox } from './outbox.ts'
import { sign, signatureHeader } from './signature.ts'
import type { WebhookReceiver } from './webhook-config.ts'
import type { WebhookRow } from '../store/webhook-tables.ts'

/** How often the outbox is looked at when nothing new was written, ms. */
const pollMs = 1_000
/** Longest wait for an answer, ms. */
const patienceMs = 10_000
/** Messages on their way to one receiver at once. */
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

/**
 * Sends what is in the outbox, each message until it is taken: at least once, in no guaranteed order, told apart by its id.
 * Each receiver has a lane of its own, so that one that does not answer holds up nobody else.
 */
export function dispatcher(tools: DispatcherTools): Dispatcher {
  const { outbox, receivers, clock, failed } = tools
  const state = { running: false }
  const lanes = receivers.map((receiver) => lane(receiver, tools, () => state.running))
  const nudge = (): void => {
    for (const { wake } of lanes) wake()
  }
  let stopPolling = (): void => undefined
  return {
    nudge,
    start: () => {
      if (receivers.length === 0) return
      state.running = true
      stopPolling = clock.every(pollMs, nudge)
      outbox.bury(receivers.map(({ name }) => name), 'the configuration names no such receiver any more').catch(failed)
      nudge()
    },
    stop: async () => {
      state.running = false
      stopPolling()
      await Promise.all(lanes.map(({ idle }) => idle()))
    },
  }
}

interface Lane {
  /** There may be something to send. */
  readonly wake: () => void
  /** Resolves when nothing is on its way. */
  readonly idle: () => Promise<void>
}

function lane(receiver: WebhookReceiver, { outbox, clock, mostAttempts, counted, failed }: DispatcherTools, running: () => boolean): Lane {
  const { name } = receiver
  const state = { again: false }
  let round: Promise<void> | null = null

  const deliver = async (message: WebhookRow): Promise<void> => {
    const fault = await send(receiver, message, clock.now())
    if (fault === null) {
      await outbox.remove(message.id)
      return counted(name, 'delivered')
    }
    const attempts = message.attempts + 1
    const dead = attempts >= mostAttempts
    await outbox.postpone(message.id, { attempts, status: dead ? 'dead' : 'waiting', due_at: clock.now() + waitMs(attempts), last_error: fault })
    counted(name, dead ? 'dead' : 'failed')
  }
  const sendDue = async (): Promise<void> => {
    do {
      state.again = false
      for (let due = await claimDue(outbox, name, clock.now(), mostAtOnce); due.length > 0; due = running() ? await claimDue(outbox, name, clock.now(), mostAtOnce) : []) await Promise.all(due.map(deliver))
    } while (state.again && running())
  }
  return {
    wake: () => {
      state.again = true
      if (!running()) return
      round ??= sendDue()
        .catch(failed)
        .finally(() => (round = null))
    },
    idle: async () => {
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
