import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reply } from '../../server/protocol.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await testServer()
  browser = await server.browser()
  await server.hear(spoken('caller', '喂'))
  await server.hear(spoken('agent', '不归我管', { callId: 'ended' }))
  granted(await browser.emitWithAck('call:end', { callId: 'ended' }))
})
afterAll(async () => {
  await server.stop()
})

/** Sends what the types do not allow. */
const send = async (event: string, ...args: readonly unknown[]): Promise<Reply<unknown>> =>
  (await (browser as unknown as { emitWithAck: (event: string, ...args: readonly unknown[]) => Promise<unknown> }).emitWithAck(event, ...args)) as Reply<unknown>

test.each([
  ['call:listen', { callId: 'c1' }, 'not found', null],
  ['toString', { callId: 'c1' }, 'not found', null],
  ['call:watch', { callId: 'nobody' }, 'not found', 'callId'],
  ['call:watch', { callId: 'a b' }, 'invalid payload', 'callId'],
  ['call:watch', { callId: 'c1', extra: 1 }, 'invalid payload', 'extra'],
  ['call:watch', null, 'invalid payload', null],
  ['call:leave', { callId: 7 }, 'invalid payload', 'callId'],
  ['scenario:choose', { callId: 'c1', scenario: 'no-such' }, 'not found', 'scenario'],
  ['scenario:choose', { callId: 'ended', scenario: 'angry-caller' }, 'call ended', 'callId'],
  ['scenario:choose', { callId: 'c1' }, 'invalid payload', 'scenario'],
  ['reaction:report', { callId: 'c1', seq: 99, reaction: 'agent said it' }, 'step moved', 'seq'],
  ['reaction:report', { callId: 'c1', seq: 0, reaction: 'caller accepts' }, 'conflict', 'reaction'],
  ['reaction:report', { callId: 'c1', seq: 0, reaction: 'dances' }, 'invalid payload', 'reaction'],
  ['reaction:report', { callId: 'ended', seq: 0, reaction: 'caller angry' }, 'call ended', 'callId'],
  ['point:tick', { callId: 'c1', seq: 99, point: 'x', said: true }, 'step moved', 'seq'],
  ['point:tick', { callId: 'c1', seq: 0, point: 'x', said: true }, 'not found', 'point'],
  ['point:tick', { callId: 'c1', seq: 0, point: 'x', said: 1 }, 'invalid payload', 'said'],
  ['fact:record', { callId: 'c1', fact: 'shoeSize', value: 43 }, 'not found', 'fact'],
  ['fact:record', { callId: 'c1', fact: 'repairCount', value: -1 }, 'invalid payload', 'value'],
  ['fact:record', { callId: 'c1', fact: 'repairCount', value: {} }, 'invalid payload', 'value'],
  ['fact:record', { callId: 'ended', fact: 'repairCount', value: 1 }, 'call ended', 'callId'],
  ['step:correct', { callId: 'c1' }, 'conflict', null],
  ['step:correct', { callId: 'c1', frame: { flow: 'hotline-opening', step: 'closed' } }, 'not found', 'frame'],
  ['step:correct', { callId: 'c1', frame: { flow: 'hotline-opening' } }, 'invalid payload', 'frame.step'],
  ['warning:dismiss', { callId: 'c1', warningId: 'none', reason: '误报' }, 'not found', 'warningId'],
  ['warning:dismiss', { callId: 'c1', warningId: 'none', reason: '' }, 'invalid payload', 'reason'],
  ['call:hold', { callId: 'ended' }, 'call ended', 'callId'],
  ['call:hold', { callId: 'nobody' }, 'not found', 'callId'],
  ['call:retrieve', { callId: 'c1' }, 'conflict', null],
  ['call:end', { callId: 'nobody' }, 'not found', 'callId'],
  ['wrapup:submit', { callId: 'c1', disposition: 'solved', notes: '' }, 'conflict', null],
  ['wrapup:submit', { callId: 'ended', disposition: 'nothing', notes: '' }, 'not found', 'disposition'],
  ['wrapup:submit', { callId: 'ended', disposition: 'solved', notes: 7 }, 'invalid payload', 'notes'],
])('%s %j is refused: %s (%s)', async (event, payload, error, field) => {
  expect(await send(event, payload)).toMatchObject({ ok: false, error, field, message: expect.stringMatching(/.{10}/u) as string })
})

test('requests without a payload, without an acknowledgement or of unknown names do no harm', async () => {
  expect(await send('call:watch')).toMatchObject({ ok: false, error: 'invalid payload' })
  const anything = browser as unknown as { emit: (event: string, ...args: readonly unknown[]) => void }
  anything.emit('call:watch')
  anything.emit('call:watch', { callId: 'c1' })
  anything.emit('no:such', { callId: 'c1' })
  expect(granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))).toMatchObject({ id: 'c1' })
})

test('each request succeeds where it fits', async () => {
  const { guidance } = granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
  const point = guidance.points[0]?.id ?? ''
  granted(await browser.emitWithAck('point:tick', { callId: 'c1', seq: guidance.seq, point, said: true }))
  granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario: 'repeated-repairs-wants-replacement' }))
  granted(await browser.emitWithAck('fact:record', { callId: 'c1', fact: 'repairCount', value: 2 }))
  granted(await browser.emitWithAck('reaction:report', { callId: 'c1', seq: 2, reaction: 'agent said it' }))
  granted(await browser.emitWithAck('step:correct', { callId: 'c1', frame: { flow: 'repeated-repairs-wants-replacement', step: 'verify-records' } }))
  granted(await browser.emitWithAck('call:hold', { callId: 'c1' }))
  granted(await browser.emitWithAck('call:retrieve', { callId: 'c1' }))
  granted(await browser.emitWithAck('call:leave', { callId: 'c1' }))
  granted(await browser.emitWithAck('warning:dismiss', { callId: 'ended', warningId: 'agent-1/not-mine/0', reason: '误报' }))
  const ended = granted(await browser.emitWithAck('call:watch', { callId: 'ended' }))
  expect(ended.warnings).toMatchObject({ current: null, all: [{ state: 'dismissed', dismissedBecause: '误报' }] })
  granted(await browser.emitWithAck('wrapup:submit', { callId: 'ended', disposition: 'solved', notes: '' }))
})
