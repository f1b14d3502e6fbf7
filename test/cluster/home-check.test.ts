import { createClient } from 'redis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallView } from '../../server/protocol.ts'
import { patienceMs } from '../support/patience.ts'
import { type TestNode, type TestNodes, testNodes } from '../support/test-nodes.ts'
import { granted, spoken } from '../support/test-server.ts'

let nodes: TestNodes
let one: TestNode
let two: TestNode
beforeAll(async () => {
  nodes = await testNodes()
  one = await nodes.node()
  two = await nodes.node()
})
afterAll(() => nodes.stop())

test('a page learns that its call is at home elsewhere, though what should have told its node was lost', async () => {
  const said = (number: number) => spoken('caller', '喂', { callId: 'c1', utteranceId: `u${String(number)}`, startMs: number * 1_000, endMs: number * 1_000 + 900 })
  await one.hear(said(0))
  const agent = await one.browser()
  const watch = async (): Promise<CallView> => granted(await agent.timeout(patienceMs).emitWithAck('call:watch', { callId: 'c1' }))
  await watch()
  const moved = new Promise((resolve) => agent.once('call:moved', resolve))

  const redis = await createClient({ url: nodes.redis.address }).connect()
  const entries = await Promise.all((await redis.sMembers('sunline:nodes')).map(async (id) => JSON.parse((await redis.get(`sunline:node:${id}`)) ?? '') as { readonly id: string; readonly address: string }))
  await redis.set('sunline:call:c1', entries.find(({ address }) => address === two.address)?.id ?? '')
  await redis.close()

  expect(await moved).toBe('c1')
  expect(await two.hear(said(1))).toEqual({ result: 'accepted' })
  expect((await watch()).utterances.map(({ id }) => id)).toEqual(['u0', 'u1'])
})
