const offsetMs = Number(process.hrtime.bigint()) / 1e6 - performance.now()

/** ms of the machine's monotonic clock, the same in all processes of one machine, when `performance.now()` is `ms`. */
export const steadyMs = (ms: number = performance.now()): number => ms + offsetMs

/** Moments are carried in the confidence of an event, which the product hands on untouched: µs within 1,000 s, as a fraction. */
const spanUs = 1e9

/** The confidence that carries a moment of {@link steadyMs}. */
export const asConfidence = (ms: number): number => (Math.round(ms * 1_000) % spanUs) / spanUs

/** ms from the moment that a confidence carries until `ms` of {@link steadyMs}. */
export function msSince(confidence: number, ms: number): number {
  const elapsed = (Math.round(ms * 1_000) % spanUs) - Math.round(confidence * spanUs)
  return (elapsed < 0 ? elapsed + spanUs : elapsed) / 1_000
}
