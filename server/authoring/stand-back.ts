import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** From 0, like all others, to 19. */
const politeness = 10

/** Lets everything else on this machine go before the calling thread. Only Linux gives threads a priority of their own; elsewhere nothing happens. */
export function standBack(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, politeness)
  } catch {
    // Work that waits for nobody goes on as fast as all other.
  }
}
