/** Time as the program sees it, so that tests can hold it. */
export interface Clock {
  /** ms since the epoch. */
  readonly now: () => number
  /** ms of a clock that nobody sets: only differences mean anything. */
  readonly steady: () => number
  /** Calls back every `ms` until the returned function is called. */
  readonly every: (ms: number, ring: () => void) => () => void
  /** Calls back once after `ms`, unless the returned function is called before. */
  readonly after: (ms: number, ring: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  every: (ms, ring) => {
    const timer = setInterval(ring, ms)
    return () => clearInterval(timer)
  },
  after: (ms, ring) => {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
}
