import type { TranscriptEvent } from '../protocol.ts'

/** Finals of one leg that may be asked for again. */
const mostFinals = 64

/** An utterance of a provider that does not number them. `startMs` as given when it began. */
export interface Turn {
  readonly id: string
  readonly revision: number
  readonly startMs: number
}
interface OpenTurn extends Turn {
  readonly from: number
}

/**
 * Tells the utterances of one leg apart for providers that do not: whatever comes between two finals is one utterance.
 * `order` grows along the stream (a sequence number, or the end of the audio heard in ms), so that what arrives late does no harm.
 */
export class TurnKeeper {
  #open: OpenTurn | null = null
  #closed = -1
  readonly #finals = new Map<string, readonly TranscriptEvent[]>()

  /** Interim words: the utterance that they belong to, begun as `name` when none is open; null when its final came before. */
  interim(name: string, order: number, startMs: number): Turn | null {
    if (order <= this.#closed) return null
    const { id, from, revision, startMs: began } = this.#open ?? { id: name, from: order, revision: order, startMs }
    this.#open = { id, from, revision: Math.max(order, revision), startMs: began }
    return { id, revision: order, startMs: began }
  }

  /** The final words of an utterance: of the open one, unless that began later. */
  final(name: string, order: number, startMs: number): Turn {
    const open = this.#open
    this.#closed = Math.max(this.#closed, order)
    if (open === null || open.from > order) return { id: name, revision: order, startMs }
    this.#open = null
    return { id: open.id, revision: Math.max(order, open.revision), startMs: open.startMs }
  }

  /** Nothing was said after all: the utterance to be withdrawn, or null. */
  discard(order: number): Turn | null {
    const open = this.#open
    if (open === null || open.from > order) return null
    this.#open = null
    this.#closed = Math.max(this.#closed, order)
    return { id: open.id, revision: Math.max(order, open.revision), startMs: open.startMs }
  }

  /** The events of the final that the provider calls `key`, made now or remembered. */
  once(key: string, make: () => readonly TranscriptEvent[]): readonly TranscriptEvent[] {
    const known = this.#finals.get(key)
    if (known) return known
    const events = make()
    this.#finals.set(key, events)
    const oldest = this.#finals.keys().next()
    if (this.#finals.size > mostFinals && !oldest.done) this.#finals.delete(oldest.value)
    return events
  }
}

/** A value for each key, made when first asked for; beyond `most` the oldest is forgotten. */
export function bounded<T>(most: number, make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    known.set(key, made)
    const oldest = known.keys().next()
    if (known.size > most && !oldest.done) known.delete(oldest.value)
    return made
  }
}
