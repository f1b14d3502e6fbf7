import { once } from 'node:events'
import { createServer } from 'node:net'
import { createClient } from 'redis'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallSummary, CallView, WallCall } from '../../server/protocol.ts'
import { type Browser, granted, spoken } from '../support/test-server.ts'
import { type TestNode, type TestNodes, testNodes } from '../support/test-nodes.ts'
import { eventually } from '../support/eventually.ts'
import { shownFromNow } from './shown-from-now.ts'
import { patienceMs } from '../support/patience.ts'

let nodes: TestNodes
let one: TestNode
let two: TestNode
beforeAll(async () => {
  nodes = await testNodes()
  one = await nodes.node()
  two = await nodes.node()
  await known(one, two)
})
afterAll(() => nodes.stop())

const redisClient = async () => createClient({ url: nodes.redis.address }).on('error', () => undefined).connect()

/** Waits until each node knows of the other. */
async function known(...all: readonly TestNode[]): Promise<void> {
  const client = await redisClient()
  const heard = async (): Promise<number> => (await client.pubSubNumSub('sunline:bus#/#'))['sunline:bus#/#'] ?? 0
  await eventually(async () => expect(await heard()).toBe(all.length))
  await eventually(async () => expect((await Promise.all(all.map(peersOf))).every((peers) => peers >= all.length - 1)).toBe(true))
  await client.close()
}
const peersOf = async ({ app }: TestNode): Promise<number> => Number(/sunline_cluster_peers (\d+)/u.exec((await app.http.inject({ method: 'GET', url: '/metrics' })).body)?.[1] ?? 0)

const said = (callId: string, number: number, text = '喂') => spoken(number % 2 === 0 ? 'caller' : 'agent', text, { callId, utteranceId: `u${String(number)}`, startMs: number * 1_000, endMs: number * 1_000 + 900 })
const watch = async (browser: Browser, callId: string): Promise<CallView> => granted(await browser.timeout(patienceMs).emitWithAck('call:watch', { callId }))
const next = <E extends 'utterance:heard' | 'call:handed' | 'context:changed' | 'call:assigned' | 'call:moved' | 'wall:reach'>(browser: Browser, event: E): Promise<readonly unknown[]> =>
  new Promise((resolve) => (browser as unknown as { once: (event: string, heard: (...args: readonly unknown[]) => void) => void }).once(event, (...args) => resolve(args)))
const idsOf = ({ utterances }: CallView): readonly string[] => utterances.map(({ id }) => id)

test('an event that reaches the wrong node lands in the call, once and in order', async () => {
  expect(await one.hear(said('c1', 0))).toEqual({ result: 'accepted' })
  expect(await two.hear(said('c1', 1))).toEqual({ result: 'accepted' })
  expect(await two.hear(said('c1', 1))).toEqual({ result: 'stale' })
  expect(await one.hear(said('c1', 2))).toEqual({ result: 'accepted' })
  expect(idsOf(await watch(await one.browser(), 'c1'))).toEqual(['u0', 'u1', 'u2'])
})

test('a call comes to the node at which its agent is; nobody else takes it away from there', async () => {
  await one.hear(said('c2', 0))
  const agent = await two.browser()
  await watch(agent, 'c2')
  const heard = next(agent, 'utterance:heard')
  await two.hear(said('c2', 1))
  expect(await heard).toMatchObject(['c2', { id: 'u1' }])
  const second = await one.browser()
  expect(idsOf(await watch(second, 'c2'))).toEqual(['u0', 'u1'])
  const both = [next(agent, 'utterance:heard'), next(second, 'utterance:heard')]
  await one.hear(said('c2', 2))
  expect(await Promise.all(both)).toMatchObject([['c2', { id: 'u2' }], ['c2', { id: 'u2' }]])
  granted(await second.timeout(patienceMs).emitWithAck('fact:record', { callId: 'c2', fact: 'repairCount', value: 3 }))
  expect((await watch(agent, 'c2')).facts.find(({ id }) => id === 'repairCount')?.value).toBe(3)
})

test('a page at another node than its call misses nothing that is said while the call is brought to it', async () => {
  await one.hear(said('c13', 0))
  await watch(await one.browser(), 'c13')
  const supervisors = await Promise.all(Array.from({ length: 20 }, () => two.browser('demo-supervisor')))
  const pages: ReadonlySet<string>[] = []
  const receipts: Promise<unknown>[] = []
  for (let number = 1; number <= 400; number += 1) {
    receipts.push(one.hear(said('c13', number)))
    const supervisor = number % 20 === 0 ? supervisors[number / 20 - 1] : undefined
    if (supervisor) pages.push(shownFromNow(supervisor, 'c13'))
    if (number % 5 === 0) await new Promise(setImmediate)
  }
  await Promise.all(receipts)
  const all = Array.from({ length: 401 }, (_, number) => `u${String(number)}`)
  await eventually(() => expect(pages.map((shown) => all.filter((id) => !shown.has(id)))).toEqual(supervisors.map(() => [])))
})

test('a page learns that its call is at home elsewhere, though what should have told its node was lost', async () => {
  await one.hear(said('c14', 0))
  const agent = await one.browser()
  await watch(agent, 'c14')
  const moved = next(agent, 'call:moved')
  const client = await redisClient()
  const entries = await Promise.all((await client.sMembers('sunline:nodes')).map(async (id) => JSON.parse((await client.get(`sunline:node:${id}`)) ?? '') as { readonly id: string; readonly address: string }))
  await client.set('sunline:call:c14', entries.find(({ address }) => address === two.address)?.id ?? '')
  await client.close()
  expect(await moved).toEqual(['c14'])
  expect(await two.hear(said('c14', 1))).toEqual({ result: 'accepted' })
  expect(idsOf(await watch(agent, 'c14'))).toEqual(['u0', 'u1'])
})

test('nothing that is said in a call passes through Redis while its agent is where it is at home', async () => {
  const agent = await one.browser()
  await one.hear(said('c3', 0))
  await watch(agent, 'c3')
  const client = await redisClient()
  const calls = async (): Promise<readonly string[]> => (await client.info('commandstats')).split('\n').filter((line) => /cmdstat_(?:publish|xadd|spublish)/u.test(line)).map((line) => line.split(',')[0] ?? '')
  const before = await calls()
  for (let number = 1; number < 30; number += 1) await one.hear(said('c3', number, number % 2 === 0 ? '我要退货' : '这事不归我们管'))
  granted(await agent.timeout(patienceMs).emitWithAck('call:hold', { callId: 'c3' }))
  granted(await agent.timeout(patienceMs).emitWithAck('call:retrieve', { callId: 'c3' }))
  expect(await calls()).toEqual(before)
  await client.close()
})

test('a supervisor at another node sees the call on the wall, whispers into it and takes it over', async () => {
  const agent = await one.browser()
  const supervisor = await two.browser('demo-supervisor')
  await one.hear(said('c4', 0))
  await watch(agent, 'c4')
  const onWall = new Promise<WallCall>((resolve) => supervisor.on('wall:changed', (calls) => calls.filter(({ id }) => id === 'c4').forEach(resolve)))
  const first = granted<readonly WallCall[]>(await supervisor.timeout(patienceMs).emitWithAck('wall:watch'))
  expect(await (first.find(({ id }) => id === 'c4') ?? onWall)).toMatchObject({ id: 'c4', agent: '李敏' })
  await watch(supervisor, 'c4')
  const whispered = next(agent, 'context:changed')
  granted(await supervisor.timeout(patienceMs).emitWithAck('whisper:send', { callId: 'c4', text: '先道歉' }))
  expect(await whispered).toMatchObject(['c4', { whisper: { text: '先道歉' } }])
  const handed = next(agent, 'call:handed')
  granted(await supervisor.timeout(patienceMs).emitWithAck('call:take-over', { callId: 'c4' }))
  expect(await handed).toEqual(['c4', '王芳'])
  expect((await watch(supervisor, 'c4')).agent).toBe('王芳')
  const heard = next(supervisor, 'utterance:heard')
  await one.hear(said('c4', 1))
  expect(await heard).toMatchObject(['c4', { id: 'u1' }])
})

test('an agent hears of a call that begins at another node, and finds it in the list', async () => {
  const agent = await two.browser()
  granted<readonly CallSummary[]>(await agent.timeout(patienceMs).emitWithAck('calls:list'))
  const assigned = next(agent, 'call:assigned')
  await one.hear(said('c5', 0))
  expect(await assigned).toMatchObject([{ id: 'c5' }])
  expect(granted<readonly CallSummary[]>(await agent.timeout(patienceMs).emitWithAck('calls:list')).map(({ id }) => id)).toContain('c5')
})

test('a supervisor who looks at the plain list is pushed what changes in calls of his team at home on another node, as it is on disk', async () => {
  const supervisor = await two.browser('demo-supervisor')
  const list = async (): Promise<readonly CallSummary[]> => granted<readonly CallSummary[]>(await supervisor.timeout(patienceMs).emitWithAck('calls:list'))
  const pushed: CallSummary[] = []
  supervisor.on('call:assigned', (call) => void pushed.push(call))
  const pushedOf = (callId: string): readonly string[] => pushed.filter(({ id }) => id === callId).map(({ status }) => status)
  await list()
  // The agent is connected where the call is at home, so that nobody else is told of it elsewhere.
  const agent = await one.browser()
  granted<readonly CallSummary[]>(await agent.timeout(patienceMs).emitWithAck('calls:list'))
  let begun = 0
  await eventually(async () => {
    await one.hear(said(`list-${String((begun += 1))}`, 0))
    expect(pushed.length).toBeGreaterThan(0)
  })
  await one.hear(said('c12', 0))
  await eventually(() => expect(pushedOf('c12')).toEqual(['live']))
  await watch(agent, 'c12')
  granted(await agent.timeout(patienceMs).emitWithAck('call:hold', { callId: 'c12' }))
  await eventually(() => expect(pushedOf('c12')).toEqual(['live', 'held']))
  expect((await list()).find(({ id }) => id === 'c12')?.status).toBe('held')
  granted(await agent.timeout(patienceMs).emitWithAck('call:end', { callId: 'c12' }))
  await eventually(() => expect(pushedOf('c12')).toEqual(['live', 'held', 'wrap-up']))
})

test('what the telephone system says at the wrong node happens to the call', async () => {
  await one.hear(said('c6', 0))
  const described = await two.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'c6', queue: '售后' } })
  expect(described.json()).toMatchObject({ id: 'c6', queue: '售后' })
  expect((await watch(await one.browser(), 'c6')).queue).toBe('售后')
  await two.app.http.inject({ method: 'POST', url: '/api/calls/c6/end' })
  expect((await watch(await one.browser(), 'c6')).status).toBe('wrap-up')
})

test('who signs out at one node is cut off at the other', async () => {
  const cookie = await one.signIn()
  const browser = await two.browser('demo-agent', cookie)
  const cut = new Promise<string>((resolve) => browser.on('disconnect', resolve))
  expect((await one.app.http.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, 'x-sunline-page': '1' } })).statusCode).toBe(200)
  expect(await cut).toBe('io server disconnect')
})

test('strangers cannot pass for a node', async () => {
  const stranger = io(`${one.address}/node`, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { secret: 'a guess' } })
  expect(await new Promise((resolve) => stranger.once('connect_error', (error) => resolve(error.message)))).toBe('this is for the nodes of the cluster')
  stranger.disconnect()
  const relay = { secret: 'a guess', actor: { kind: 'person', id: 'demo-administrator', roles: ['administrator'] }, sessionId: null, address: '' }
  const pretender = io(one.address, { transports: ['websocket'], forceNew: true, auth: { key: relay }, extraHeaders: { origin: one.address } })
  expect(await new Promise((resolve) => pretender.once('connect_error', (error) => resolve(error.message)))).toBe('sign in first')
  pretender.disconnect()
})

test('a node that lives but cannot be reached is told what was taken in for its call', async () => {
  const hole = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(hole, 'listening')
  const { port } = hole.address() as { readonly port: number }
  const far = await nodes.node({ NODE_ADDRESS: `http://127.0.0.1:${String(port)}` })
  await known(one, two, far)
  const agent = await far.browser()
  await far.hear(said('c7', 0))
  await watch(agent, 'c7')
  const shown = new Promise<CallView>((resolve) => agent.on('call:changed', resolve))
  expect(await one.hear(said('c7', 1))).toEqual({ result: 'accepted' })
  expect(idsOf(await shown)).toEqual(['u0', 'u1'])
  expect(await far.hear(said('c7', 2))).toEqual({ result: 'accepted' })
  expect(await one.hear(said('c7', 2))).toEqual({ result: 'stale' })
  expect(idsOf(await watch(agent, 'c7'))).toEqual(['u0', 'u1', 'u2'])
  await far.stop()
  hole.close()
})

test('without Redis each node goes on with its calls, and the wall says that it shows one node', async () => {
  const agent = await one.browser()
  const supervisor = await one.browser('demo-supervisor')
  await one.hear(said('c8', 0))
  await watch(agent, 'c8')
  granted<readonly WallCall[]>(await supervisor.timeout(patienceMs).emitWithAck('wall:watch'))
  const alone = next(supervisor, 'wall:reach')
  await nodes.redis.kill()
  expect(await alone).toEqual(['this node'])
  expect(await one.hear(said('c8', 1))).toEqual({ result: 'accepted' })
  expect(await two.hear(said('c9', 0))).toEqual({ result: 'accepted' })
  const together = next(supervisor, 'wall:reach')
  await nodes.redis.start()
  expect(await together).toEqual(['all'])
  expect(await two.hear(said('c8', 2))).toEqual({ result: 'accepted' })
  await eventually(async () => expect(idsOf(await watch(agent, 'c8'))).toEqual(['u0', 'u1', 'u2']))
})

test('a node that is being stopped says so, and its calls go on at the other', async () => {
  // Long enough for what is asked of it meanwhile on a busy machine.
  const leaving = await nodes.node({ DRAIN_SECONDS: '6' })
  await known(one, two, leaving)
  const agent = await leaving.browser()
  await leaving.hear(said('c10', 0))
  await watch(agent, 'c10')
  const gone = new Promise<void>((resolve) => agent.on('server:leaving', resolve))
  const stopping = leaving.leave()
  await eventually(async () => expect((await leaving.app.http.inject({ method: 'GET', url: '/health' })).json()).toMatchObject({ status: 'draining' }))
  expect(await leaving.hear(said('c10', 1))).toEqual({ result: 'accepted' })
  expect(await leaving.hear(said('c11', 0))).toEqual({ result: 'accepted' })
  await gone
  agent.disconnect()
  await stopping
  expect(await one.hear(said('c10', 2))).toEqual({ result: 'accepted' })
  expect(idsOf(await watch(await two.browser(), 'c10'))).toEqual(['u0', 'u1', 'u2'])
  expect(idsOf(await watch(await two.browser(), 'c11'))).toEqual(['u0'])
})
