import type { HeardUtterance, ReplayMark, ReplayMarkKind, Utterance } from '../../../server/protocol.ts'

/** Speeds that a replay can run at. */
export const speeds = [0.5, 1, 1.5, 2, 4, 8] as const

/** The next faster or slower speed; the ends stay. */
export function otherSpeed(speed: number, by: number): number {
  const at = speeds.findIndex((each) => each === speed)
  return speeds[Math.min(Math.max(at + by, 0), speeds.length - 1)] ?? 1
}

/** The last moment of `moments` (rising) at or before `atMs`, found by halving; its index, 0 when there is none. */
export function lastMoment(moments: readonly number[], atMs: number): number {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** What had been heard by `atMs`, by start time; what was heard anew stands as it was heard last. */
export function heardBy(heard: readonly HeardUtterance[], atMs: number): readonly Utterance[] {
  const byId = new Map<string, Utterance>()
  for (const { heardMs, utterance } of heard) {
    if (heardMs > atMs) break
    byId.delete(utterance.id)
    byId.set(utterance.id, utterance)
  }
  return [...byId.values()].toSorted((one, other) => one.startMs - other.startMs)
}

/** ms after a mark in which going back means the one before it. */
const graceMs = 800

/** The next or previous mark of a kind as seen from `atMs`; null when there is none. */
export function markFrom(marks: readonly ReplayMark[], kind: ReplayMarkKind, atMs: number, by: 1 | -1): ReplayMark | null {
  const wanted = marks.filter((mark) => mark.kind === kind)
  return (by === 1 ? wanted.find((mark) => mark.atMs > atMs + 1) : wanted.findLast((mark) => mark.atMs < atMs - graceMs)) ?? null
}
