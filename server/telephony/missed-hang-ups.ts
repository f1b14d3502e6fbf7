import type { LegBook } from './leg-book.ts'
import type { TelephonyEvent } from './telephony-event.ts'

/** A look at which of the known calls are still on. */
export interface ChannelLook {
  /** The channels of their callers. */
  readonly wanted: readonly string[]
  /** Told which channels there are; returns the hang-ups that were missed. */
  readonly seen: (channels: ReadonlySet<string>) => readonly TelephonyEvent[]
}

/** Finds the calls that ended while nobody listened: they were on when the look begins, and their caller's channel is not there. Calls that begin meanwhile are left alone. */
export const missedHangUps = (book: LegBook) => (): ChannelLook => {
  const before = book.calls()
  return {
    wanted: before.map(({ callerLeg }) => callerLeg),
    seen: (channels) =>
      before.flatMap((call) => {
        const { callId, callerLeg } = call
        if (channels.has(callerLeg) || book.find(callId)?.callerLeg !== callerLeg) return []
        book.close(call)
        return [{ type: 'hung up', callId }]
      }),
  }
}
