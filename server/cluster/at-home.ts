import { SunlineError } from '../errors.ts'
import { CallElsewhere, unlessOvertaken } from '../live/homes.ts'
import type { CallHomes } from './call-homes.ts'
import { type Peer, PeerUnreachable } from './peer-link.ts'
import type { Peers } from './peers.ts'

/** What a node answers that was asked for a call which is not at home there. */
export const movedAway = Symbol('moved away')

/** Something that is to be done with a call wherever it is at home. */
export interface Errand<T> {
  readonly callId: string
  /** Does it here. Throws CallElsewhere when the call is at home elsewhere. */
  readonly here: () => Promise<T>
  /** Has it done at another node. Throws PeerUnreachable. */
  readonly there: (peer: Peer) => Promise<T | typeof movedAway>
  /** Whether this is reason enough to take the call from a node that lives but is out of reach. */
  readonly insistent?: () => boolean | Promise<boolean>
  /** Does it while the call's home lives but is out of reach; without it, that is an error. */
  readonly outOfReach?: () => Promise<T>
}
export interface AtHomeTools {
  readonly homes: CallHomes
  readonly peers: Pick<Peers, 'byId'>
  /** Calls taken over from dead nodes are counted. */
  readonly inherited: () => void
}
export type AtHome = <T>(errand: Errand<T>) => Promise<T>

/** A call may move while it is looked for, a few times. */
const mostMoves = 5

/** Does an errand where its call is at home: the one way in which nodes work for each other. Throws SunlineError 'unavailable' when the home cannot be reached. */
export const atHome = ({ homes, peers, inherited }: AtHomeTools): AtHome => async ({ callId, here, there, insistent, outOfReach }) => {
  let sentTo: Peer | null = null
  for (let moves = 0; moves < mostMoves; moves += 1) {
    const peer: Peer | null = sentTo ?? homes.known(callId) ?? (await homes.find(callId))
    sentTo = null
    if (peer === null) {
      try {
        return await unlessOvertaken(here)
      } catch (error) {
        if (!(error instanceof CallElsewhere)) throw error
        sentTo = peers.byId(error.node) ?? null
        continue
      }
    }
    try {
      const done = await there(peer)
      if (done !== movedAway) return done
      homes.forget(callId)
    } catch (error) {
      if (!(error instanceof PeerUnreachable)) throw error
      if (await homes.inherit(callId, peer, error, (await insistent?.()) ?? false)) inherited()
      else if (outOfReach && !error.dead) return outOfReach()
    }
  }
  throw new SunlineError('unavailable', `the node at which the call "${callId}" is at home cannot be reached; send it again`, 'callId')
}
