import type { Clock } from '../../server/clock.ts'

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Lets `ms` pass, ringing everything that falls due on the way. */
  readonly pass: (ms: number) => void
  /** Sets it so many ms further, in which no time passes. */
  readonly jump: (ms: number) => void
}

interface Alarm {
  at: number
  readonly every: number | null
  readonly ring: () => void
}

/** A clock at `start` (ms since the epoch). */
export function manualClock(start = 1_700_000_000_000): ManualClock {
  let now = start
  let jumped = 0
  const alarms = new Set<Alarm>()
  const set = (alarm: Alarm) => {
    alarms.add(alarm)
    return () => void alarms.delete(alarm)
  }
  return {
    now: () => now + jumped,
    steady: () => now,
    jump: (ms) => (jumped += ms),
    every: (ms, ring) => set({ at: now + ms, every: ms, ring }),
    after: (ms, ring) => set({ at: now + ms, every: null, ring }),
    pass: (ms) => {
      const until = now + ms
      for (;;) {
        const [next] = [...alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!next) break
        now = next.at
        if (next.every === null) alarms.delete(next)
        else next.at += next.every
        next.ring()
      }
      now = until
    },
  }
}
