import type { Clock } from '../clock.ts'
import type { TelephonyEvent } from './telephony-event.ts'

/** What a connection to a telephone system tells. */
export interface LinkEvents {
  /** Signed in and listening. */
  readonly ready: () => void
  readonly happened: (event: TelephonyEvent) => void
  /** Over; `reason` is null when it was we who closed. Told once. */
  readonly closed: (reason: string | null) => void
}
/** Opens one connection; returns what closes it. */
export type Connect = (events: LinkEvents) => () => void

export interface LinkTools {
  /** Of the telephone system, for the log. */
  readonly name: string
  readonly connect: Connect
  readonly clock: Clock
  readonly happened: (event: TelephonyEvent) => void
  /** Connected (null) or not, and why. */
  readonly changed: (name: string, lost: string | null) => void
  /** ms before the first attempt to come back; each further one waits twice as long, up to `mostWaitMs`. */
  readonly leastWaitMs?: number
  readonly mostWaitMs?: number
}

/** Keeps a connection open: comes back after every loss, waiting longer each time it fails. Returns what ends it. */
export function keepLink({ name, connect, clock, happened, changed, leastWaitMs = 500, mostWaitMs = 30_000 }: LinkTools): () => void {
  let waitMs = leastWaitMs
  let stopped = false
  let close = (): void => undefined

  const open = (): void => {
    close = connect({
      ready: () => {
        waitMs = leastWaitMs
        changed(name, null)
      },
      happened,
      closed: (reason) => {
        if (stopped) return
        changed(name, reason ?? 'closed')
        // Spread out, so that many servers do not come back at once.
        const cancel = clock.after(waitMs * (0.75 + Math.random() / 2), open)
        close = cancel
        waitMs = Math.min(waitMs * 2, mostWaitMs)
      },
    })
  }
  open()
  return () => {
    stopped = true
    close()
  }
}
