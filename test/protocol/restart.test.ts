import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallView } from '../../server/protocol.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(async () => {
  await server.stop()
})
const screen = async (): Promise<CallView> => granted(await (await server.browser()).emitWithAck('call:watch', { callId: 'c1' }))

async function busyCall(): Promise<void> {
  await server.hear(spoken('caller', '修了3次了，气死我了', { utteranceId: 'c1' }))
  const browser = await server.browser()
  granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario: 'repeated-repairs-wants-replacement' }))
  server.clock.pass(3_000)
  await server.hear(spoken('agent', '对不起，这事不归我管，明天给您回电话', { utteranceId: 'a1', startMs: 3_000, endMs: 5_000 }))
  await server.hear(spoken('caller', '找你们主管', { utteranceId: 'c2', startMs: 2_500, endMs: 6_000 }))
  const { guidance } = await screen()
  granted(await browser.emitWithAck('reaction:report', { callId: 'c1', seq: guidance.seq, reaction: 'caller asks for a supervisor' }))
  granted(await browser.emitWithAck('fact:record', { callId: 'c1', fact: 'callbackTime', value: '明天九点' }))
}

test('a call shows the same screen after a restart', async () => {
  await busyCall()
  const before = await screen()
  expect(before.guidance.stack).toHaveLength(2)
  expect(before.warnings.current).toMatchObject({ state: 'firm' })
  server = await server.restart()
  expect(await screen()).toEqual(before)
})

test('a call goes on after a restart: repeats stay stale, warnings can be repaired, steps undone', async () => {
  await busyCall()
  server = await server.restart()
  expect(await server.hear(spoken('caller', '找你们主管', { utteranceId: 'c2', startMs: 2_500, endMs: 6_000 }))).toEqual({ result: 'stale' })
  await server.hear(spoken('agent', '我来处理', { utteranceId: 'a2', startMs: 9_000, endMs: 10_000 }))
  expect((await screen()).warnings).toMatchObject({ current: null, repaired: 1 })
  granted(await (await server.browser()).emitWithAck('step:correct', { callId: 'c1' }))
  expect((await screen()).guidance.stack).toMatchObject([{ step: 'commit-responsibility' }])
})

test('the hold clock goes on where it was', async () => {
  await busyCall()
  granted(await (await server.browser()).emitWithAck('call:hold', { callId: 'c1' }))
  server.clock.pass(50_000)
  server = await server.restart()
  const { guidance } = await screen()
  const browser = await server.browser()
  granted(await browser.emitWithAck('reaction:report', { callId: 'c1', seq: guidance.seq, reaction: 'agent said it' }))
  server.clock.pass(9_000)
  expect((await screen()).guidance.place).toMatchObject({ step: 'caller-waits' })
  server.clock.pass(1_000)
  expect((await screen()).guidance.place).toMatchObject({ step: 'report-progress' })
})

test('the wrap-up is still to be filled in after a restart', async () => {
  await busyCall()
  granted(await (await server.browser()).emitWithAck('call:end', { callId: 'c1' }))
  server = await server.restart()
  const draft = granted(await (await server.browser()).emitWithAck('call:end', { callId: 'c1' }))
  expect(draft.promises).toMatchObject([{ text: '对不起，这事不归我管，明天给您回电话' }])
})
