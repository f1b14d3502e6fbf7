import { sameText } from '../ingest/twilio-signature.ts'
import type { Directory, NodeEntry } from './directory.ts'
import { type Peer, peerLink } from './peer-link.ts'

/** The other nodes that live, as of the last sign of life. */
export interface Peers {
  readonly all: () => readonly Peer[]
  readonly byId: (id: string) => Peer | undefined
  /** Shows this node to the others and takes note of them. Never rejects. */
  readonly beat: () => Promise<void>
  /** What the nodes show each other to be believed; empty until Redis has told it. */
  readonly secret: () => string
  /** Whether this is what the nodes show each other. */
  readonly trusts: (secret: unknown) => boolean
  /** Resolves when this node shows itself no more. */
  readonly close: () => Promise<void>
}
export interface PeersTools {
  readonly directory: Directory
  readonly own: () => NodeEntry
  /** A node has come or gone. */
  readonly changed: (joined: readonly Peer[], left: readonly Peer[]) => void
}

export function peers({ directory, own, changed }: PeersTools): Peers {
  const links = new Map<string, Peer>()
  let secret = ''
  const note = (living: readonly NodeEntry[], self: string): void => {
    const others = new Map(living.filter(({ id }) => id !== self).map((entry) => [entry.id, entry]))
    const left = [...links.values()].filter(({ id }) => !others.has(id))
    const joined: Peer[] = []
    for (const peer of left) {
      peer.close()
      links.delete(peer.id)
    }
    for (const entry of others.values()) {
      const known = links.get(entry.id)
      if (known) known.saw(entry)
      else {
        const peer = peerLink(entry, self, () => secret)
        links.set(entry.id, peer)
        joined.push(peer)
      }
    }
    if (joined.length + left.length > 0) changed(joined, left)
  }
  let beating: Promise<void> | null = null
  let closed = false
  const beat = async (): Promise<void> => {
    const entry = own()
    try {
      // Known before anybody can ask: who is on the list is believed by the others.
      secret = await directory.secret()
      const living = await directory.beat(entry)
      note(living, entry.id)
    } catch {
      // The directory tells when Redis goes away; the nodes known so far stay known.
    }
  }
  return {
    all: () => [...links.values()],
    byId: (id) => links.get(id),
    beat: () => closed ? Promise.resolve() : (beating ??= beat().finally(() => (beating = null))),
    secret: () => secret,
    trusts: (given) => secret !== '' && typeof given === 'string' && sameText(given, secret),
    close: async () => {
      closed = true
      await beating
      for (const peer of links.values()) peer.close()
      links.clear()
    },
  }
}
