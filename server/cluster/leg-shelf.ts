import type { KnownCall } from '../telephony/leg-book.ts'
import type { LegShelf } from '../telephony/telephony-links.ts'
import type { Directory } from './directory.ts'

/** ms for which what is known of a telephone system's calls is kept after the last change. */
const keptMs = 86_400_000

/**
 * Keeps in Redis which channels belong to which call, for the node that listens to the telephone systems after this one. What cannot be written
 * is written with the next change. Ids and extensions only: no number of a caller and nothing that is said.
 */
export function redisLegShelf({ command }: Pick<Directory, 'command'>): LegShelf {
  /** What this node kept, for a Redis that comes back empty. */
  const kept = new Map<string, Map<string, KnownCall>>()
  const unwritten = new Map<string, Map<string, KnownCall | null>>()
  let writing = false

  const write = async (): Promise<void> => {
    for (const [system, changes] of unwritten) {
      unwritten.delete(system)
      try {
        await command((client) => {
          const all = client.multi()
          for (const [callId, call] of changes) void (call === null ? all.hDel(keyOf(system), callId) : all.hSet(keyOf(system), callId, JSON.stringify(call)))
          return all.pExpire(keyOf(system), keptMs).exec()
        })
      } catch {
        // What has changed meanwhile is newer.
        unwritten.set(system, new Map([...changes, ...(unwritten.get(system) ?? [])]))
        return
      }
    }
  }
  const keep = (system: string, callId: string, call: KnownCall | null): void => {
    const calls = mapOf(kept, system)
    if (call === null) calls.delete(callId)
    else calls.set(callId, call)
    mapOf(unwritten, system).set(callId, call)
    if (writing) return
    writing = true
    void write().finally(() => (writing = false))
  }
  return {
    keep,
    read: async (system) => {
      const stored = Object.values(await command((client) => client.hGetAll(keyOf(system)))).map((text) => JSON.parse(text) as KnownCall)
      // Another node may have listened since this one wrote. Calls that are over are found out by asking the telephone system.
      unwritten.delete(system)
      if (stored.length > 0) kept.set(system, new Map(stored.map((call) => [call.callId, call])))
      const calls = [...mapOf(kept, system).values()]
      if (stored.length === 0) for (const call of calls) keep(system, call.callId, call)
      return calls
    },
  }
}

const keyOf = (system: string): string => `sunline:legs:${system}`

function mapOf<T>(maps: Map<string, Map<string, T>>, system: string): Map<string, T> {
  const known = maps.get(system) ?? new Map<string, T>()
  maps.set(system, known)
  return known
}
