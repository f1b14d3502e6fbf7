import { vi } from 'vitest'
import { patienceMs } from './patience.ts'

/** ms between two looks: often enough, and never more in a minute than the server lets one person ask. */
const everyMs = 150

/** Looks again and again until `look` no longer throws. Resolves to what it found; throws what it threw last. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: patienceMs, interval: everyMs })
