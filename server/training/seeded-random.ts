/** Draws that repeat for the same seed. */
export interface Draw {
  /** A number from 0 up to, not including, 1. */
  readonly number: () => number
  /** One of the list; undefined when it is empty. */
  readonly of: <T>(list: readonly T[]) => T | undefined
}

/** Mulberry32 (Tommy Ettinger, 2017): one 32-bit state, good enough to vary practice, not for secrets. */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { number, of: (list) => list[Math.floor(number() * list.length)] }
}
