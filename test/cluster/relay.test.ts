import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallView, Reply, Utterance } from '../../server/protocol.ts'
import { type Browser, granted, spoken } from '../support/test-server.ts'
import { type TestNode, type TestNodes, testNodes } from '../support/test-nodes.ts'
import { eventually } from '../support/eventually.ts'
import { patienceMs } from '../support/patience.ts'

let nodes: TestNodes
let one: TestNode
let two: TestNode
beforeAll(async () => {
  nodes = await testNodes()
  one = await nodes.node()
  two = await nodes.node()
})
afterAll(() => nodes.stop())

const said = (number: number) => spoken(number % 2 === 0 ? 'caller' : 'agent', '喂', { callId: 'c1', utteranceId: `u${String(number)}`, startMs: number * 1_000, endMs: number * 1_000 + 900 })

/** The utterances that a page shows which asks for the call now and goes on with what is pushed after the answer. */
function shownFrom(browser: Browser): Set<string> {
  const shown = new Set<string>()
  let answered = false
  browser.on('utterance:heard', (_callId: string, { id }: Utterance) => answered && shown.add(id))
  browser.emit('call:watch', { callId: 'c1' }, (reply: Reply<CallView>) => {
    answered = true
    for (const { id } of granted<CallView>(reply).utterances) shown.add(id)
  })
  return shown
}

test('a page at another node than its call misses nothing that is said while the call is brought to it', async () => {
  expect(await one.hear(said(0))).toEqual({ result: 'accepted' })
  const agent = await one.browser()
  granted(await agent.timeout(patienceMs).emitWithAck('call:watch', { callId: 'c1' }))
  const pages: Set<string>[] = []
  const spokenOf = 400
  const receipts: Promise<unknown>[] = []
  const supervisors = await Promise.all(Array.from({ length: 20 }, () => two.browser('demo-supervisor')))
  for (let number = 1; number < spokenOf; number += 1) {
    receipts.push(one.hear(said(number)))
    const supervisor = number % 20 === 0 ? supervisors[number / 20] : undefined
    if (supervisor) pages.push(shownFrom(supervisor))
    if (number % 5 === 0) await new Promise(setImmediate)
  }
  await Promise.all(receipts)
  const all = Array.from({ length: spokenOf }, (_, number) => `u${String(number)}`)
  await eventually(() => expect(pages.map((shown) => all.filter((id) => !shown.has(id)))).toEqual(pages.map(() => [])))
})
