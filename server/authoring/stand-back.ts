import { spawnSync } from 'node:child_process'
import { setPriority } from 'node:os'

const trialPriorities = ['idle', 'low', 'normal'] as const
/**
 * 'idle': others get the processor whenever they want it, so that on a machine that is full at all times such work hardly moves.
 * 'low': it keeps about a tenth of a core for which others compete. 'normal': as much as they.
 */
export type TrialPriority = (typeof trialPriorities)[number]
export const isTrialPriority = (value: string): value is TrialPriority => (trialPriorities as readonly string[]).includes(value)

/** From 0, like all others, to 19. */
const politeness = 10

/**
 * Lets others on this machine go before the calling process and the threads that it will start. 'idle' is SCHED_IDLE (sched(7)), set by
 * Linux's `chrt`; where that is not at hand it is 'low'. Where no priority may be set, nothing happens.
 */
export function standBack(priority: TrialPriority): void {
  if (priority === 'normal') return
  if (priority === 'idle' && spawnSync('chrt', ['-a', '-i', '-p', '0', String(process.pid)], { stdio: 'ignore' }).status === 0) return
  try {
    setPriority(politeness)
  } catch {
    // Work that waits for nobody goes on as fast as all other.
  }
}
