import { CallElsewhere } from '../live/homes.ts'
import { aliveMs, type Directory } from './directory.ts'
import type { Peer, PeerUnreachable } from './peer-link.ts'
import type { Peers } from './peers.ts'
import { byWeight } from './rendezvous.ts'

/** At which node each call is at home. While Redis is away, every call is at home where it is asked for, and the journal keeps the order. */
export interface CallHomes {
  /** The other node at which the call was found lately; null when that must be asked. */
  readonly known: (callId: string) => Peer | null
  /** The other node at which the call is at home; null: here, or nowhere. */
  readonly find: (callId: string) => Promise<Peer | null>
  /** Makes the call at home here. Throws CallElsewhere when another node has it, or should have it because this one is being stopped. */
  readonly claim: (callId: string) => Promise<void>
  /** What was known of the call's home is not so any more. */
  readonly forget: (callId: string) => void
  /** The call's home could not be reached: takes the call over from a dead node, or from any when `insistent`. False when the call stays where it is. */
  readonly inherit: (callId: string, peer: Peer, reason: PeerUnreachable, insistent: boolean) => Promise<boolean>
  /** The call leaves this node: to another, or to nobody. */
  readonly give: (callId: string, to: string | null) => Promise<void>
  /** Lets go of what was found long ago. */
  readonly sweep: () => void
}
export interface HomesTools {
  readonly self: string
  readonly directory: Directory
  readonly peers: Pick<Peers, 'all' | 'byId' | 'beat'>
  readonly draining: () => boolean
  /** ms of a steady clock. */
  readonly now: () => number
}

interface Found {
  readonly node: string
  readonly at: number
}

export function callHomes({ self, directory, peers, draining, now }: HomesTools): CallHomes {
  const found = new Map<string, Found>()
  const noted = async (callId: string, node: string | null): Promise<Peer | null> => {
    const elsewhere = node !== null && node !== self
    // A node that has just come is known at the next look at the list.
    if (elsewhere && !peers.byId(node)) await peers.beat()
    const peer = elsewhere ? peers.byId(node) : undefined
    if (peer) found.set(callId, { node: peer.id, at: now() })
    else found.delete(callId)
    return peer ?? null
  }
  const asked = async (question: Promise<string | null>): Promise<string | null> => {
    try {
      return await question
    } catch {
      return self
    }
  }
  return {
    known: (callId) => {
      const home = found.get(callId)
      return (home && peers.byId(home.node)) ?? null
    },
    find: async (callId) => noted(callId, await asked(directory.homeOf(callId))),
    claim: async (callId) => {
      const home = draining() ? await asked(directory.homeOf(callId)) : await asked(directory.claim(callId))
      const peer = await noted(callId, home)
      if (peer) throw new CallElsewhere(callId, peer.id)
      const successor = draining() && home !== self ? chosen(callId, peers.all()) : null
      if (successor) throw new CallElsewhere(callId, successor.id)
    },
    forget: (callId) => void found.delete(callId),
    inherit: async (callId, peer, { dead }, insistent) => {
      found.delete(callId)
      if (!dead && !insistent && peers.byId(peer.id)) return false
      return (await noted(callId, await asked(directory.seize(callId, peer.id)))) === null
    },
    give: (callId, to) => directory.give(callId, to).catch(() => undefined),
    sweep: () => {
      const old = now() - aliveMs
      for (const [callId, { at }] of found) if (at < old) found.delete(callId)
    },
  }
}

/** The node that a call without a home is sent to. */
function chosen(callId: string, peers: readonly Peer[]): Peer | null {
  const ready = peers.filter((peer) => peer.connected() && !peer.entry().draining)
  const [first] = byWeight(ready.map(({ id }) => id), callId)
  return ready.find(({ id }) => id === first) ?? null
}
