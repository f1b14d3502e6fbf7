import { policy } from '../../flows/policy.ts'
import type { Timer } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { startOfDay } from './valid-sentences.ts'

/** ms without a word after which a call is taken for ended: its end was never announced. */
const abandonedMs = 2 * 3_600_000
/** ms for which a call that was read from the journal is listened to before it is taken for ended: the clock may have been set further meanwhile, and its caller still be there. */
const graceMs = 10 * 60_000

/**
 * The timer of a call that has run out at `now`, or null. Computed from the state alone, so that nothing is lost in a restart.
 * `lastHeardAt`: when anyone was last heard, interim speech included (ms since the epoch). `silenceMs`: without a word from anyone
 * for so long, the silence is an event. `listeningSince`: since when words would have been heard; nobody is silent before.
 */
export function dueTimer(state: CallState, lastHeardAt: number, now: number, silenceMs: number, listeningSince: number = state.startedAt): Timer | null {
  const quietMs = now - lastHeardAt
  if (state.status === 'closed' || state.status === 'wrap-up') return null
  if (quietMs >= abandonedMs && now - listeningSince >= graceMs && (state.heldSince === null || now - state.heldSince >= abandonedMs)) return 'abandoned'
  if (state.heldSince !== null) {
    const reminderMs = (state.holdReminders + 1) * policy.holdReminderSeconds.value * 1_000
    if (now - state.heldSince >= reminderMs) return 'hold reminder'
  } else if (state.lastHeardAt !== null && !state.silenceNoticed && Math.min(quietMs, now - listeningSince) >= silenceMs) {
    return 'caller silent'
  }
  const due = state.promises.some(({ at, withinMs }) => withinMs !== null && now >= at + withinMs)
  if (state.heldSince === null && due && !state.promiseDue) return 'promise due'
  return startOfDay(now) > state.day ? 'day changed' : null
}
