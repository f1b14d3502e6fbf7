/** A call as its telephone system sees it: the caller's leg, and the agent who talks on another. */
export interface LineCall {
  readonly callId: string
  readonly callerLeg: string
  readonly agent: string | null
}
/** Which legs belong to which call. */
export interface LegBook {
  /** Notes a call, or what is new of it; legs that are undefined or empty are left out. */
  readonly put: (call: LineCall, otherLegs: readonly (string | undefined)[]) => void
  readonly find: (leg: string | undefined) => LineCall | null
  readonly close: (call: LineCall) => void
}

/** Calls remembered; beyond that the oldest is forgotten: its hang-up was missed. */
const mostCalls = 20_000

export function legBook(): LegBook {
  const calls = new Map<string, { call: LineCall; readonly legs: Set<string> }>()
  const callOfLeg = new Map<string, string>()

  const close = (callId: string): void => {
    for (const leg of calls.get(callId)?.legs ?? []) callOfLeg.delete(leg)
    calls.delete(callId)
  }
  return {
    put: (call, otherLegs) => {
      const entry = calls.get(call.callId) ?? { call, legs: new Set() }
      entry.call = call
      calls.set(call.callId, entry)
      for (const leg of [call.callerLeg, call.callId, ...otherLegs]) {
        if (leg === undefined || leg === '') continue
        entry.legs.add(leg)
        callOfLeg.set(leg, call.callId)
      }
      const oldest = calls.keys().next()
      if (calls.size > mostCalls && !oldest.done) close(oldest.value)
    },
    find: (leg) => calls.get(callOfLeg.get(leg ?? '') ?? '')?.call ?? null,
    close: ({ callId }) => close(callId),
  }
}
