/** Days from and until which something holds, both included, as written: `YYYY-MM-DD`. */
export interface Validity {
  readonly from?: string
  readonly until?: string
}
/** The first moments of the first and the last day, ms since the epoch, in the server's time zone. */
export interface ValidDays {
  readonly from: number
  readonly until: number
}

/** The farthest times that a date can have. */
const farthest = 8_640_000_000_000_000

/** The first moment of a date; null when there is no such day. */
export function dayOf(date: string): number | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const time = new Date(year, month - 1, day)
  return time.getMonth() === month - 1 && time.getDate() === day ? time.getTime() : null
}

/** The days of a validity; what is no date counts as not given. */
export const validDays = ({ from, until }: Validity): ValidDays => ({
  from: (from === undefined ? null : dayOf(from)) ?? -farthest,
  until: (until === undefined ? null : dayOf(until)) ?? farthest,
})
