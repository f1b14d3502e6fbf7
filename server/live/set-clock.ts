import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { CallState } from './call-state.ts'
import { startOfDay } from './valid-sentences.ts'

/** ms that the clock may differ from the time that passed before it counts as set, and about what passes at most between two looks at it. */
const leastJumpMs = 2_000

/**
 * Watches whether the clock is set, by an administrator or a time service that steps it, so that no call seems silent for an hour that never was.
 * The returned function looks at it and tells `jumped` by how many ms it was set since the last look (less than 0: back); smaller corrections pass.
 */
export function clockWatch({ now, steady }: Pick<Clock, 'now' | 'steady'>, logger: Pick<Logger, 'warn'>, jumped: (by: number) => void): () => void {
  let ahead = now() - steady()
  return () => {
    const by = Math.round(now() - steady() - ahead)
    ahead += by
    if (Math.abs(by) <= leastJumpMs) return
    logger.warn({ ms: by }, 'the clock of this machine was set; calls go on by the time that passed')
    jumped(by)
  }
}

/** A time of the old clock as the new one has it, seen at `at` of the new clock. What lies shortly before `at` was told by the new one already. */
export const shifted = (time: number, by: number, at: number): number => (time > at - leastJumpMs && time <= at ? time : time + by)

/**
 * By how many ms the clock is known to have been set back when a call is read from the journal at `now`, whose last entry was written at `lastAt`: an
 * entry of the future was written by a clock that was ahead, so the call goes on as if it had been saved just now. 0 when nothing is known: that the clock
 * was set further while nobody looked cannot be told from time that passed.
 */
export const knownSetBack = (lastAt: number, now: number): number => (now < lastAt - leastJumpMs ? now - lastAt : 0)

/** The call with its times on the clock that was set `by` ms further, noticed at `at`. */
export function onNewClock(state: CallState, by: number, at: number): CallState {
  const { startedAt, lastHeardAt, heldSince, promises, day } = state
  return {
    ...state,
    startedAt: shifted(startedAt, by, at),
    lastHeardAt: lastHeardAt === null ? null : shifted(lastHeardAt, by, at),
    heldSince: heldSince === null ? null : shifted(heldSince, by, at),
    // A day that has not come yet; one that has passed is seen by its own timer.
    day: Math.min(day, startOfDay(at)),
    promises: promises.map((promise) => ({ ...promise, at: shifted(promise.at, by, at) })),
  }
}
