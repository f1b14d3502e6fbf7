import { createClient } from 'redis'
import type { Diagnosis } from './diagnosis.ts'

/** ms after which a Redis that says nothing counts as out of reach. */
const patienceMs = 2_000
/** Nodes tell the living from the dead by their clocks. */
const mostDriftMs = 1_000
/** News between nodes wait for it; ms. */
const slowMs = 10
const pings = 20

/** Asks the Redis of several nodes: within reach, quick, and with the same time as here. */
export async function examineRedis(url: string): Promise<Diagnosis> {
  const what = 'Redis'
  const client = createClient({ url, socket: { connectTimeout: patienceMs, reconnectStrategy: false } })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const times: number[] = []
    for (let ping = 0; ping < pings; ping += 1) {
      const from = performance.now()
      await client.ping()
      times.push(performance.now() - from)
    }
    const median = times.toSorted((a, b) => a - b)[pings / 2] ?? 0
    const reply = await client.sendCommand(['TIME'])
    const [seconds, micros] = (Array.isArray(reply) ? reply : []).map(Number)
    const drift = Math.abs((seconds ?? 0) * 1_000 + (micros ?? 0) / 1_000 - Date.now())
    if (drift > mostDriftMs) return { what, verdict: 'doubtful', says: `its clock and the one here differ by ${(drift / 1_000).toFixed(1)} s; let both follow the same time server` }
    const says = `answers in ${median.toFixed(1)} ms`
    return median > slowMs ? { what, verdict: 'doubtful', says: `${says}; news between nodes will be late` } : { what, verdict: 'good', says }
  } catch (error) {
    return { what, verdict: 'bad', says: `${error instanceof Error ? error.message : String(error)}; look at REDIS_URL, and whether Redis runs there` }
  } finally {
    if (client.isOpen) client.destroy()
  }
}
