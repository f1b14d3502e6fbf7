import type { Listening, OpenLinks } from '../telephony/listening.ts'
import type { LegShelf, Links } from '../telephony/telephony-links.ts'
import type { Lease } from './lease.ts'
import type { NodeBus } from './node-bus.ts'

export interface LineDutyTools {
  readonly self: string
  readonly lease: Lease
  readonly bus: Pick<NodeBus, 'tell' | 'on'>
  readonly open: OpenLinks
  /** What the node before left, and what is left for the next. */
  readonly shelf: LegShelf
  readonly failed: (error: unknown) => void
}

/** ms for which a node has the telephone systems without renewal; between two renewals; and how long before the end it lets go, for what its last answer was late. */
const leaseMs = 5_000
const renewMs = 1_500
const marginMs = 1_000

/** Sees to it that one node at a time listens: the one that has the lease. It stops before its time is up when it cannot renew it. */
export function lineDuty({ self, lease, bus, open, shelf, failed }: LineDutyTools): Listening {
  let until = 0
  let links: Links | null = null
  let holder: string | null = null
  let asking: Promise<void> | null = null
  let renewing: NodeJS.Timeout | undefined
  let ending: NodeJS.Timeout | undefined
  const mayHear = (): boolean => performance.now() < until

  const close = async (): Promise<void> => {
    clearTimeout(ending)
    until = 0
    const closing = links
    links = null
    if (holder === self) holder = null
    await closing?.stop()
  }
  const ask = async (): Promise<void> => {
    const asked = performance.now()
    holder = await lease.hold(leaseMs, mayHear())
    if (holder !== self) return close()
    until = asked + leaseMs - marginMs
    clearTimeout(ending)
    ending = setTimeout(() => void close().catch(failed), until - performance.now())
    if (links === null) {
      const opened = await open({ mayHear, shelf })
      if (mayHear()) links = opened
      else await opened.stop()
    }
  }
  const unknown = (): void => {
    if (!mayHear()) holder = null
  }
  // While Redis does not answer, the node listens until its time is up.
  const renew = (): Promise<void> => (asking ??= ask().catch(unknown).finally(() => (asking = null)))
  bus.on('line free', () => {
    if (renewing) void renew()
  })
  return {
    start: () => {
      renewing = setInterval(() => void renew(), renewMs)
      void renew()
    },
    stop: async () => {
      if (!renewing) return
      clearInterval(renewing)
      renewing = undefined
      await asking
      const had = mayHear()
      await close()
      if (!had) return
      await lease.release().catch(() => undefined)
      bus.tell('line free')
    },
    where: () => (mayHear() ? 'here' : holder === null || holder === self ? 'nowhere' : 'at another node'),
  }
}
