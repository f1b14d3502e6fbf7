import { fileURLToPath } from 'node:url'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { localFront } from '../../server/cluster/local-front.ts'
import { privateRedis } from '../../server/private-services/redis-server.ts'
import { childServer } from '../support/child-server.ts'
import { eventually } from '../support/eventually.ts'
import { testDatabase } from '../support/test-database.ts'
import { checkingSeat } from './checking-seat.ts'

const entry = fileURLToPath(new URL('../support/small-server.ts', import.meta.url))

test('nodes die, join and leave under load: nothing acknowledged is lost, nothing is shown twice', async () => {
  const [redis, database] = await Promise.all([privateRedis(), testDatabase(tmpdir())])
  const environment = { REDIS_URL: redis.address, SILENCE_SECONDS: '86400', DRAIN_SECONDS: '1' }
  const servers = await Promise.all([1, 2, 3].map(() => childServer(entry, database.address, environment)))
  const [first, second, third] = servers
  if (!first || !second || !third) throw new Error('three nodes')
  await Promise.all([first.start(), second.start()])
  const front = await localFront([first.address, second.address])
  const seats = Array.from({ length: 8 }, (_, number) => checkingSeat(front.address, `load-${String(number)}`, number % 2 === 1))
  let speaking = true
  /** Resolves when every seat has had so many more words acknowledged. */
  const goesOn = async (words: number): Promise<void> => {
    const before = seats.map(({ acknowledged }) => acknowledged.size)
    await eventually(() => expect(seats.filter(({ acknowledged }, at) => acknowledged.size < (before[at] ?? 0) + words).map(({ callId }) => callId)).toEqual([]))
  }
  try {
    const running = seats.map((seat) => seat.speak(() => speaking, 40))
    await goesOn(8)
    await first.kill()
    await goesOn(8)
    await third.start()
    front.use([second.address, third.address])
    await goesOn(8)
    expect(await second.stop()).toBe(0)
    await goesOn(8)
    await first.start()
    front.use([first.address, third.address])
    await goesOn(8)
    speaking = false
    await Promise.all(running)
    for (const seat of seats) await seat.settle()
    expect(seats.flatMap(({ faults }) => faults)).toEqual([])
    expect(seats.every(({ moves }) => moves() > 0)).toBe(true)
  } finally {
    for (const seat of seats) seat.close()
    await Promise.all(servers.map((server) => server.kill()))
    await front.close()
    await redis.remove()
    await database.drop()
  }
})
