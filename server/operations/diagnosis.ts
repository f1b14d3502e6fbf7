/** One thing looked at. `bad` stops the server or loses something; `doubtful` is worth knowing. */
export interface Diagnosis {
  readonly what: string
  readonly verdict: 'good' | 'doubtful' | 'bad'
  /** What was seen and, when it is not good, what to do. */
  readonly says: string
}

/** The slowest write that acknowledgements put up with, ms. */
const slowestWriteMs = 15
/** Writes that are tried. */
export const writes = 20

/** What the times of writes say, ms each: the second slowest counts, since one may meet something else. */
export function writeDiagnosis(what: string, times: readonly number[]): Diagnosis {
  const slow = times.toSorted((one, other) => one - other).at(-2) ?? 0
  const says = `a write is safe after ${slow.toFixed(1)} ms (the second slowest of ${String(times.length)})`
  return { what, verdict: slow <= slowestWriteMs ? 'good' : 'doubtful', says: slow <= slowestWriteMs ? says : `${says}; acknowledgements of transcripts will be as late` }
}
