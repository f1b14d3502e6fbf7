/** A call as its telephone system sees it: the caller's leg, and the agent who talks on another. */
export interface LineCall {
  readonly callId: string
  readonly callerLeg: string
  readonly agent: string | null
}
/** A call with all its legs, as it is kept for who listens next. */
export interface KnownCall extends LineCall {
  readonly legs: readonly string[]
}
/** Which legs belong to which call. */
export interface LegBook {
  /** Notes a call, or what is new of it; legs that are undefined or empty are left out. */
  readonly put: (call: LineCall, otherLegs: readonly (string | undefined)[]) => void
  readonly find: (leg: string | undefined) => LineCall | null
  readonly close: (call: LineCall) => void
  /** Every call that is on. */
  readonly calls: () => readonly LineCall[]
}
/** Where a book begins, and who hears of each change (null: the call is over). */
export interface LegKeeping {
  readonly known: readonly KnownCall[]
  readonly keep: (callId: string, call: KnownCall | null) => void
}

/** Calls remembered; beyond that the oldest is forgotten: its hang-up was missed. */
const mostCalls = 20_000

export function legBook({ known, keep }: LegKeeping = { known: [], keep: () => undefined }): LegBook {
  const calls = new Map<string, { call: LineCall; readonly legs: Set<string> }>()
  const callOfLeg = new Map<string, string>()

  const close = (callId: string): void => {
    for (const leg of calls.get(callId)?.legs ?? []) callOfLeg.delete(leg)
    if (calls.delete(callId)) keep(callId, null)
  }
  /** Whether that was new. */
  const note = (call: LineCall, legs: readonly (string | undefined)[]): boolean => {
    const entry = calls.get(call.callId) ?? { call, legs: new Set() }
    const before = entry.legs.size
    const changed = entry.call.agent !== call.agent || entry.call.callerLeg !== call.callerLeg
    entry.call = call
    calls.set(call.callId, entry)
    for (const leg of [call.callerLeg, call.callId, ...legs]) {
      if (leg === undefined || leg === '') continue
      entry.legs.add(leg)
      callOfLeg.set(leg, call.callId)
    }
    return changed || entry.legs.size > before
  }
  for (const { legs, ...call } of known) note(call, legs)
  return {
    put: (call, otherLegs) => {
      if (note(call, otherLegs)) keep(call.callId, { ...call, legs: [...(calls.get(call.callId)?.legs ?? [])] })
      const oldest = calls.keys().next()
      if (calls.size > mostCalls && !oldest.done) close(oldest.value)
    },
    find: (leg) => calls.get(callOfLeg.get(leg ?? '') ?? '')?.call ?? null,
    close: ({ callId }) => close(callId),
    calls: () => [...calls.values()].map(({ call }) => call),
  }
}
