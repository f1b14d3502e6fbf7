import { randomBytes } from 'node:crypto'
import { createClient } from 'redis'

export type RedisClient = ReturnType<typeof createClient>

/** A node as the others see it. */
export interface NodeEntry {
  readonly id: string
  /** Where the other nodes reach it. */
  readonly address: string
  readonly calls: number
  /** It is being stopped and takes no new calls. */
  readonly draining: boolean
  /** The teams whose wall somebody watches there (null: calls without a team). */
  readonly walls: readonly (string | null)[]
  /** The teams whose supervisors have the list of calls before them there. */
  readonly lists: readonly (string | null)[]
  /** Rises with each time that the node describes itself: what is told by way of the bus may overtake what stands in Redis. */
  readonly version: number
}
/**
 * What the nodes know of each other, in Redis: who is alive, and at which node each call is at home. A home is a matter of speed and of
 * who shows what; that a journal has one order is the matter of its `seq`. Everything rejects at once while Redis is away.
 */
export interface Directory {
  /** False while Redis does not answer. */
  readonly reachable: () => boolean
  /** Says that this node lives and resolves to all that do. Tried even while Redis is away. */
  readonly beat: (own: NodeEntry) => Promise<readonly NodeEntry[]>
  /** Makes the call at home here unless it is at a node that lives. Resolves to its home. */
  readonly claim: (callId: string) => Promise<string>
  /** The node of the call's home; null when it has none that lives. */
  readonly homeOf: (callId: string) => Promise<string | null>
  /** The nodes of many calls' homes, in their order; also of nodes that do not live. */
  readonly homesOf: (callIds: readonly string[]) => Promise<readonly (string | null)[]>
  /** Hands a call that is at home here to another node, or to none. */
  readonly give: (callId: string, to: string | null) => Promise<void>
  /** Takes a call from a node that was found dead. Resolves to its home. */
  readonly seize: (callId: string, from: string) => Promise<string>
  /** Has Redis do something else that the nodes share. */
  readonly command: <T>(ask: (client: RedisClient) => Promise<T>) => Promise<T>
  /** What nodes show each other to be believed. Made by the first, kept in Redis. */
  readonly secret: () => Promise<string>
  /** Takes this node off the list. */
  readonly leave: () => Promise<void>
}

/** ms without a sign of life after which a node counts as dead. */
export const aliveMs = 4_000
/** ms for which a call's home is remembered. */
const homeMs = 86_400_000
/** ms after which Redis counts as away. */
const patienceMs = 1_000

/** What nodes of an earlier program, in a rolling restart, do not say of themselves. */
const unsaid = { lists: [], version: 0 } as const

const nodes = 'sunline:nodes'
const nodeKey = 'sunline:node:'
const callKey = 'sunline:call:'
const secretKey = 'sunline:secret'

const claimScript = `local home = redis.call('GET', KEYS[1])
if home and home ~= ARGV[1] and redis.call('EXISTS', ARGV[2] .. home) == 1 then return home end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return ARGV[1]`
const giveScript = `if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`
const seizeScript = `local home = redis.call('GET', KEYS[1])
if home and home ~= ARGV[2] and home ~= ARGV[1] then return home end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return ARGV[1]`

/** `self`: the id of this node. `told` hears when Redis goes away (with the reason) and comes back (null). */
export function redisDirectory(redisUrl: string, self: string, told: (reason: string | null) => void): Directory & { readonly close: () => void } {
  const client: RedisClient = createClient({ url: redisUrl, disableOfflineQueue: true, socket: { connectTimeout: patienceMs, reconnectStrategy: 300 } })
  let reachable = false
  let reason: string | null = ''
  let secret: string | null = null
  client.on('error', () => undefined)
  void client.connect().catch(() => undefined)

  const went = (now: string | null): void => {
    reachable = now === null
    if ((reason === null) === (now === null) && reason !== '') return
    reason = now
    told(now)
  }
  const within = async <T>(asked: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Redis does not answer')), patienceMs)
    })
    try {
      return await Promise.race([asked, late])
    } catch (error) {
      went(error instanceof Error ? error.message : String(error))
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
  const command = async <T>(ask: (asked: RedisClient) => Promise<T>): Promise<T> => {
    if (!reachable) throw new Error('Redis is away')
    return within(ask(client))
  }
  const run = async (script: string, callId: string, ...rest: readonly string[]): Promise<string> =>
    String(await command(() => client.eval(script, { keys: [callKey + callId], arguments: [self, ...rest] })))
  const alive = async (): Promise<readonly NodeEntry[]> => {
    const ids = await client.sMembers(nodes)
    const found = ids.length === 0 ? [] : await client.mGet(ids.map((id) => nodeKey + id))
    const dead = ids.filter((_id, at) => !found[at])
    if (dead.length > 0) await client.sRem(nodes, dead)
    return found.flatMap((entry) => (entry ? [{ ...unsaid, ...(JSON.parse(String(entry)) as NodeEntry) }] : []))
  }
  return {
    reachable: () => reachable,
    beat: async (own) => {
      const living = await within((async () => {
        await client.set(nodeKey + own.id, JSON.stringify(own), { PX: aliveMs })
        await client.sAdd(nodes, own.id)
        return alive()
      })())
      // Who had this address before is gone, even if his time is not up.
      const replaced = living.filter(({ id, address }) => id !== own.id && address === own.address)
      for (const { id } of replaced) await within(client.del(nodeKey + id))
      went(null)
      return living.filter((entry) => !replaced.includes(entry))
    },
    claim: (callId) => run(claimScript, callId, nodeKey, String(homeMs)),
    homeOf: async (callId) => (await command(() => client.get(callKey + callId))) ?? null,
    homesOf: async (callIds) => (callIds.length === 0 ? [] : command(() => client.mGet(callIds.map((id) => callKey + id)))),
    command,
    give: async (callId, to) => void (await run(giveScript, callId, to ?? '', String(homeMs))),
    seize: (callId, from) => run(seizeScript, callId, from, String(homeMs)),
    secret: async () => {
      // A Redis that has come back empty gets the secret that the nodes have; where a new node was first, that one counts.
      secret ??= randomBytes(32).toString('base64url')
      await within(client.set(secretKey, secret, { NX: true }))
      return (secret = (await within(client.get(secretKey))) ?? secret)
    },
    leave: async () => void (await within(client.multi().del(nodeKey + self).sRem(nodes, self).exec())),
    close: () => client.destroy(),
  }
}
