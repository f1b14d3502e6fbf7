import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { localFront } from '../../server/cluster/local-front.ts'
import { privateRedis } from '../../server/private-services/redis-server.ts'
import { childServer } from '../support/child-server.ts'
import { testDatabase } from '../support/test-database.ts'
import { checkingSeat } from './checking-seat.ts'

const entry = fileURLToPath(new URL('../support/small-server.ts', import.meta.url))

test('nodes die, join and leave under load: nothing acknowledged is lost, nothing is shown twice', { timeout: 240_000 }, async () => {
  const [redis, database] = await Promise.all([privateRedis(), testDatabase(tmpdir())])
  const environment = { REDIS_URL: redis.address, SILENCE_SECONDS: '86400', DRAIN_SECONDS: '1' }
  const servers = await Promise.all([1, 2, 3].map(() => childServer(entry, database.address, environment)))
  const [first, second, third] = servers
  if (!first || !second || !third) throw new Error('three nodes')
  await Promise.all([first.start(), second.start()])
  const front = await localFront([first.address, second.address])
  const seats = Array.from({ length: 8 }, (_, number) => checkingSeat(front.address, `load-${String(number)}`, number % 2 === 1))
  let speaking = true
  try {
    const running = seats.map((seat) => seat.speak(() => speaking, 40))
    await wait(1_500)
    await first.kill()
    await wait(1_500)
    await third.start()
    front.use([second.address, third.address])
    await wait(1_500)
    expect(await second.stop()).toBe(0)
    await wait(1_000)
    await first.start()
    front.use([first.address, third.address])
    await wait(1_500)
    speaking = false
    await Promise.all(running)
    await wait(500)
    for (const seat of seats) await seat.settle()
    expect(seats.flatMap(({ faults }) => faults)).toEqual([])
    expect(seats.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)).toBeGreaterThan(200)
    expect(seats.every(({ moves }) => moves() > 0)).toBe(true)
  } finally {
    for (const seat of seats) seat.close()
    await Promise.all(servers.map((server) => server.kill()))
    await front.close()
    await redis.remove()
    await database.drop()
  }
})
