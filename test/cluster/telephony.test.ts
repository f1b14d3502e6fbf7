import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PrivateRedis, privateRedis } from '../../server/private-services/redis-server.ts'
import { callStore } from '../../server/store/call-store.ts'
import { type Database, openDatabase } from '../../server/store/database.ts'
import { type ChildServer, childServer } from '../support/child-server.ts'
import { eventually } from '../support/eventually.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'
import { fakeFreeswitch, type FakeSystem } from '../telephony/fake-systems.ts'

const entry = fileURLToPath(new URL('../support/small-server.ts', import.meta.url))

let redis: PrivateRedis
let own: TestDatabase
let database: Database
let system: FakeSystem
let nodes: readonly [ChildServer, ChildServer]
beforeEach(async () => {
  ;[redis, own, system] = await Promise.all([privateRedis(), testDatabase(tmpdir()), fakeFreeswitch()])
  database = await openDatabase(own.address)
  const environment = { REDIS_URL: redis.address, SILENCE_SECONDS: '86400', DRAIN_SECONDS: '1', SUNLINE_ESL_URL: `esl://:ClueCon@127.0.0.1:${String(system.port)}` }
  nodes = [await childServer(entry, own.address, environment), await childServer(entry, own.address, environment)]
  await Promise.all(nodes.map((node) => node.start()))
})
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.kill()))
  await system.stop()
  await redis.remove()
  await database.destroy()
  await own.drop()
})

const whereOf = async ({ address }: ChildServer): Promise<string> => ((await (await fetch(`${address}/health`)).json()) as { readonly telephony: string }).telephony
/** The node that listens, and the other one. Resolves when both agree. */
const parted = (): Promise<readonly [ChildServer, ChildServer]> =>
  eventually(async () => {
    const [first, second] = await Promise.all(nodes.map(whereOf))
    expect([first, second].toSorted()).toEqual(['at another node', 'here'])
    return first === 'here' ? nodes : [nodes[1], nodes[0]]
  })
const entries = async (callId: string): Promise<readonly string[]> => (await callStore(database).journal(callId)).map(({ type }) => type).filter((type) => ['call started', 'held', 'retrieved', 'ended'].includes(type))
const statusOf = async (callId: string): Promise<string | undefined> => (await callStore(database).find(callId))?.status

const bridge = (call: string, agent: string) => ({ 'Event-Name': 'CHANNEL_BRIDGE', 'Unique-ID': call, 'Other-Leg-Unique-ID': `${call}-agent`, 'Caller-Caller-ID-Number': '13800002075', variable_dialed_user: agent })
/** Told with the agent's leg alone, so that only who knows the legs can tell the call. */
const agentLeg = (name: string, call: string) => ({ 'Event-Name': name, 'Unique-ID': `${call}-agent` })

test('one node listens to the telephone system; when it dies the other one goes on, knows the calls and their legs, and each event counts once', async () => {
  const [holder, heir] = await parted()
  await system.listening()
  await eventually(() => expect(system.listeners()).toBe(1))
  for (const call of ['fs-1', 'fs-2']) {
    system.channels.add(call)
    system.send(bridge(call, '1001'))
    await eventually(async () => expect(await statusOf(call)).toBe('live'))
  }
  system.send(agentLeg('CHANNEL_HOLD', 'fs-1'))
  await eventually(async () => expect(await statusOf('fs-1')).toBe('held'))

  await holder.kill()
  // While nobody listens, the second call ends.
  system.channels.delete('fs-2')
  await system.listening()
  await eventually(async () => expect(await whereOf(heir)).toBe('here'))
  await eventually(() => expect(system.listeners()).toBe(1))
  await eventually(async () => expect(await statusOf('fs-2')).toBe('wrap-up'))
  system.send(agentLeg('CHANNEL_UNHOLD', 'fs-1'))
  await eventually(async () => expect(await statusOf('fs-1')).toBe('live'))

  // The dead node comes back, and takes nothing away from the one that listens.
  await holder.start()
  await eventually(async () => expect(await whereOf(holder)).toBe('at another node'))
  system.send({ 'Event-Name': 'CHANNEL_HANGUP_COMPLETE', 'Unique-ID': 'fs-1' })
  await eventually(async () => expect(await statusOf('fs-1')).toBe('wrap-up'))
  await eventually(() => expect(system.listeners()).toBe(1))
  expect(await entries('fs-1')).toEqual(['call started', 'held', 'retrieved', 'ended'])
  expect(await entries('fs-2')).toEqual(['call started', 'ended'])
})

test('a node that is stopped hands the telephone system over at once; without Redis nobody listens, and one does again when it is back', async () => {
  const [holder, heir] = await parted()
  await system.listening()
  system.channels.add('fs-1')
  system.send(bridge('fs-1', '1001'))
  await eventually(async () => expect(await statusOf('fs-1')).toBe('live'))
  const stopping = holder.stop()
  await system.listening()
  await eventually(async () => expect(await whereOf(heir)).toBe('here'))
  expect(await stopping).toBe(0)
  await eventually(() => expect(system.listeners()).toBe(1))

  await redis.kill()
  await eventually(() => expect(system.listeners()).toBe(0))
  await eventually(async () => expect(await whereOf(heir)).toBe('nowhere'))
  await redis.start()
  await system.listening()
  await eventually(async () => expect(await whereOf(heir)).toBe('here'))
  // Redis has forgotten which legs there are; who listened last has not.
  system.send(agentLeg('CHANNEL_HOLD', 'fs-1'))
  await eventually(async () => expect(await statusOf('fs-1')).toBe('held'))
  system.send({ 'Event-Name': 'CHANNEL_HANGUP_COMPLETE', 'Unique-ID': 'fs-1' })
  await eventually(async () => expect(await statusOf('fs-1')).toBe('wrap-up'))
  expect(await entries('fs-1')).toEqual(['call started', 'held', 'ended'])
})
