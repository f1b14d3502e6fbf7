import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallView } from '../../server/protocol.ts'
import { type CallDriver, callDriver } from './call-driver.ts'
import { type ChildServer, childServer } from './child-server.ts'
import { firstDifference } from './first-difference.ts'
import { seededRandom } from './talkative-call.ts'
import { testDatabase } from './test-database.ts'

export interface KillOptions {
  /** The script of the server that is killed. */
  readonly entry: string
  readonly kills: number
  readonly calls: number
  readonly seed: number
  /** Told after each kill. */
  readonly told?: (words: string) => void
}
export interface KillReport {
  readonly kills: number
  readonly acknowledged: number
  /** Screens compared right after a restart with what they showed before. */
  readonly compared: number
  /** Longest ms from a start of the process until it answered. */
  readonly slowestStartMs: number
  /** Acknowledged utterances that a restarted server did not have. */
  readonly lost: readonly string[]
  /** Calls whose screen was another after a restart, or at the end than in a run without kills. */
  readonly differing: readonly string[]
}
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const acknowledgedBy = (drivers: readonly CallDriver[]): number => drivers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)

/** Plays calls into a server, kills it with SIGKILL at random moments, and looks whether anything acknowledged is lost or any screen is another. */
export async function killNine({ entry, kills, calls, seed, told }: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-kill-'))
  // A slow restart is no silence of the caller, and the run that is compared has none.
  const environment = { SILENCE_SECONDS: '86400' }
  const [database, untouched] = [await testDatabase(folder), await testDatabase(folder)]
  const server = await childServer(entry, database.address, environment)
  const reference = await childServer(entry, untouched.address, environment)
  try {
    const random = seededRandom(seed)
    const ids = Array.from({ length: calls }, (_, index) => `k${String(index)}`)
    await server.start()
    const drivers = ids.map((id) => callDriver(server.address, id, () => wait(random() * 60)))
    const lost = new Set<string>()
    const differing = new Set<string>()
    let compared = 0
    let slowestStartMs = 0
    for (let kill = 0; kill < kills; kill += 1) {
      let playing = true
      const least = acknowledgedBy(drivers) + drivers.length
      const running = drivers.map((driver) => driver.run(() => playing))
      await wait(20 + random() * 400)
      // On a slow machine: until as many more are acknowledged as there are calls, and one call stands still, to be compared.
      while (acknowledgedBy(drivers) <= least || !drivers.some((driver) => driver.quiet() !== null)) await wait(1)
      const gone = server.kill()
      // Who is between two steps when the signal is sent stays there until the screens are compared.
      playing = false
      await gone
      const before = new Map(drivers.flatMap((driver) => (driver.quiet() === null ? [] : [[driver.callId, driver.quiet()] as const])))
      const acknowledged = new Map(drivers.map((driver) => [driver.callId, [...driver.acknowledged]]))
      const from = performance.now()
      await server.start()
      slowestStartMs = Math.max(slowestStartMs, Math.round(performance.now() - from))
      await Promise.all(running)
      for (const driver of drivers) {
        const after = await driver.screen()
        const known = new Set(after.utterances.map((each) => each.id))
        for (const id of acknowledged.get(driver.callId) ?? []) if (!known.has(id)) lost.add(`${driver.callId}/${id}`)
        const shown = before.get(driver.callId)
        if (!shown) continue
        compared += 1
        const difference = firstDifference(after, shown)
        if (difference !== null) differing.add(`${driver.callId} after kill ${String(kill + 1)}: ${difference}`)
      }
      told?.(`${String(kill + 1)}/${String(kills)}: ${String(acknowledgedBy(drivers))} acknowledged, ${String(compared)} screens compared, ${String(lost.size)} lost, ${String(differing.size)} differing`)
    }
    const ends = await Promise.all(drivers.map((driver) => driver.screen()))
    for (const each of await differingFromReference(reference, drivers.map(({ callId, stepsDone }) => ({ callId, steps: stepsDone() })), ends)) differing.add(each)
    for (const driver of drivers) driver.close()
    return { kills, acknowledged: acknowledgedBy(drivers), compared, slowestStartMs, lost: [...lost], differing: [...differing] }
  } finally {
    await server.kill()
    await reference.kill()
    await Promise.all([database.drop(), untouched.drop()])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Plays the same steps into a server that is left alone, and names the calls that end on another screen. */
async function differingFromReference(server: ChildServer, played: readonly { callId: string; steps: number }[], ends: readonly CallView[]): Promise<readonly string[]> {
  await server.start()
  const screens = await Promise.all(
    played.map(async ({ callId, steps }) => {
      const driver = callDriver(server.address, callId, () => Promise.resolve())
      await driver.run(() => driver.stepsDone() < steps)
      const screen = await driver.screen()
      driver.close()
      return screen
    }),
  )
  return screens.flatMap((screen, index) => {
    const difference = firstDifference(withoutTimes(screen), withoutTimes(ends[index] as CallView))
    return difference === null ? [] : [`${screen.id} at the end: ${difference}`]
  })
}

/** A request that was carried out but not acknowledged is sent again and counts twice: `seq` may be higher, a step passed twice in a row. */
const withoutTimes = (view: CallView): CallView => ({
  ...view,
  guidance: { ...view.guidance, seq: 0 },
  passed: view.passed.filter(({ flow, step }, index) => flow !== view.passed[index - 1]?.flow || step !== view.passed[index - 1]?.step),
  startedAt: 0,
  lastHeardAt: 0,
})
