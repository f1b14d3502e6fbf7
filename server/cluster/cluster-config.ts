/** How a server takes its place among others. */
export interface ClusterConfig {
  /** `redis://` or `rediss://` address; one Redis for all nodes. */
  readonly redisUrl: string
  /** Where the other nodes reach this one; null: at the address on which it listens. */
  readonly nodeAddress: string | null
  /** Seconds from the wish to stop until calls are handed over, in which balancers learn that no new ones should come. */
  readonly drainSeconds: number
}

const mostDrainSeconds = 6

/** Reads REDIS_URL, NODE_ADDRESS and DRAIN_SECONDS; null without REDIS_URL. Adds what is wrong to `faults`. */
export function readClusterConfig(environment: Readonly<Record<string, string | undefined>>, faults: string[]): ClusterConfig | null {
  const redisUrl = environment['REDIS_URL']?.trim() || null
  if (redisUrl === null) return null
  if (!/^rediss?:\/\//u.test(redisUrl) || !URL.canParse(redisUrl)) faults.push('REDIS_URL must be an address like redis://localhost:6379')
  const nodeAddress = environment['NODE_ADDRESS']?.trim() || null
  if (nodeAddress !== null && !(URL.canParse(nodeAddress) && /^https?:$/u.test(new URL(nodeAddress).protocol))) {
    faults.push('NODE_ADDRESS must be where the other nodes reach this one, like http://10.0.0.5:3000')
  }
  const drain = environment['DRAIN_SECONDS']?.trim() || '3'
  if (!/^\d(\.\d)?$/u.test(drain) || Number(drain) > mostDrainSeconds) faults.push(`DRAIN_SECONDS must be a number of seconds from 0 to ${String(mostDrainSeconds)}`)
  return { redisUrl, nodeAddress: nodeAddress?.replace(/\/$/u, '') ?? null, drainSeconds: Number(drain) }
}
