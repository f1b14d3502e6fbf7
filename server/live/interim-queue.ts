/** ms of one turn of the event loop that reading interim texts may take; what is left waits for the next turn, behind everything else. */
const sliceMs = 4

/**
 * Interim texts that wait to be read. In time they are read at once; when the server is behind, each waits, and a newer text of the
 * same utterance takes its place, so that a load too high thins out the interims and nothing else.
 */
export interface InterimQueue<T> {
  /** Reads `text` now or later. `key` names the utterance. At most one text of each key waits. */
  readonly add: (key: string, text: T) => void
  /** The utterance is final: what waits of it is not read any more. */
  readonly drop: (key: string) => void
  /** How many wait. */
  readonly waiting: () => number
}

/** `read`: never throws. `superseded`: told of each text that is not read. `now`: ms of a steady clock. */
export function interimQueue<T>(read: (text: T) => void, superseded: () => void, now: () => number = () => performance.now()): InterimQueue<T> {
  const waiting = new Map<string, T>()
  let spentMs = 0
  let turnEnds = false

  const timed = (text: T): void => {
    const from = now()
    read(text)
    spentMs += now() - from
  }
  const nextTurn = (): void => {
    spentMs = 0
    turnEnds = false
    for (const [key, text] of waiting) {
      if (spentMs >= sliceMs) break
      waiting.delete(key)
      timed(text)
    }
    if (waiting.size > 0) awaitTurn()
  }
  const awaitTurn = (): void => {
    if (turnEnds) return
    turnEnds = true
    setImmediate(nextTurn)
  }
  return {
    add: (key, text) => {
      awaitTurn()
      if (waiting.size === 0 && spentMs < sliceMs) return timed(text)
      // A text that takes the place of another keeps that one's place in the order.
      if (waiting.has(key)) superseded()
      waiting.set(key, text)
    },
    drop: (key) => {
      if (waiting.delete(key)) superseded()
    },
    waiting: () => waiting.size,
  }
}
