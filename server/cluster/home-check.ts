import type { CallRegistry } from '../live/call-registry.ts'
import type { Watchers } from '../live/watchers.ts'
import type { Directory } from './directory.ts'
import type { Peers } from './peers.ts'

export interface HomeCheckTools {
  readonly self: string
  readonly directory: Pick<Directory, 'claim' | 'homesOf'>
  readonly peers: Pick<Peers, 'byId'>
  readonly registry: CallRegistry
  readonly watchers: Pick<Watchers, 'moved' | 'rooms'>
}
/** Calls asked for at a time: an answer that is read within a millisecond. */
const atOnce = 500

/**
 * Looks whether the calls in memory and on screens here are at home here, as Redis has it: what should have told of a move is lost with its
 * connection. Calls that somebody else has are let go; he is told that something may have been written here. Rejects while Redis is away.
 */
export function homeCheck({ self, directory, peers, registry, watchers }: HomeCheckTools): () => Promise<void> {
  const settle = async (callId: string, found: string | null): Promise<void> => {
    if (found === self) return
    if (registry.session(callId)) {
      const home = await directory.claim(callId)
      if (home === self) return
      await registry.letGo(callId, async () => watchers.moved(callId))
      peers.byId(home)?.tell('reread', callId)
    } else if (found !== null && peers.byId(found) && !registry.holds(callId)) watchers.moved(callId)
  }
  const look = async (): Promise<void> => {
    const watched = [...watchers.rooms()].map(([callId]) => callId)
    const all = [...new Set([...registry.sessions().map(({ state }) => state.id), ...watched])]
    for (let from = 0; from < all.length; from += atOnce) {
      const some = all.slice(from, from + atOnce)
      const homes = await directory.homesOf(some)
      for (const [at, callId] of some.entries()) await settle(callId, homes[at] ?? null)
    }
  }
  let looking: Promise<void> | null = null
  return () => (looking ??= look().finally(() => (looking = null)))
}
