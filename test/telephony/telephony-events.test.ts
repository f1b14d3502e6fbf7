import { afterEach, beforeEach, expect, test } from 'vitest'
import { sign, signatureHeader } from '../../server/webhooks/signature.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

const secret = 'a-secret-of-the-line'
let server: TestServer
beforeEach(async () => {
  server = await testServer({ environment: { SUNLINE_TELEPHONY_SECRET: secret } })
})
afterEach(async () => {
  await server.stop()
})
const send = (body: string, signature: string) => server.app.http.inject({ method: 'POST', url: '/api/telephony/events', payload: body, headers: { 'content-type': 'application/json', [signatureHeader]: signature } })
const signed = (events: unknown, now = server.clock.now()) => {
  const body = JSON.stringify(events)
  return send(body, sign(secret, body, now))
}
const view = async (callId: string, person = 'demo-agent') => granted(await (await server.browser(await server.signIn(person))).emitWithAck('call:watch', { callId }))

test('the signature is HMAC-SHA256 over time and body', () => {
  expect(sign('key', '{}', 1_700_000_000_999)).toBe('t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae')
})

test('a call is answered, held, retrieved, transferred and hung up by signed events', async () => {
  const answered = { type: 'answered', callId: 'l1', agent: '1001', callerNumber: '13800002075', queue: '笔记本售后', attributes: { callerName: '张先生', daysOwned: 40 } }
  expect((await signed(answered)).json()).toEqual({ results: ['taken'] })
  expect(await view('l1')).toMatchObject({ agent: '李敏', callerNumber: '138****2075', queue: '笔记本售后', status: 'live' })
  await signed({ type: 'held', callId: 'l1' })
  expect(await view('l1')).toMatchObject({ status: 'held' })
  // A transfer from hold: the next agent talks.
  expect((await signed([{ type: 'transferred', callId: 'l1', toAgent: '1002' }, { type: 'retrieved', callId: 'l1' }, { type: 'held', callId: 'nobody' }])).json()).toEqual({ results: ['taken', 'taken', 'unknown call'] })
  const screen = await view('l1', 'demo-agent-2')
  expect(screen).toMatchObject({ status: 'live', agent: '张伟', callerNumber: '138****2075' })
  expect(screen.facts).toContainEqual(expect.objectContaining({ id: 'callerName', value: '张先生' }))
  const former = await server.browser(await server.signIn('demo-agent'))
  expect(await former.emitWithAck('reaction:report', { callId: 'l1', seq: 0, reaction: 'caller accepts' })).toMatchObject({ ok: false, error: 'forbidden' })
  await signed({ type: 'hung up', callId: 'l1' })
  expect((await signed([{ type: 'hung up', callId: 'l1' }], server.clock.now() + 1_000)).json()).toEqual({ results: ['taken'] })
  expect(await view('l1', 'demo-agent-2')).toMatchObject({ status: 'wrap-up' })
})

test('unsigned, old, repeated and altered events are refused', async () => {
  const body = JSON.stringify({ type: 'answered', callId: 'l2' })
  const good = sign(secret, body, server.clock.now())
  expect((await send(body, '')).statusCode).toBe(403)
  expect((await send(body.replace('l2', 'l3'), good)).statusCode).toBe(403)
  expect((await send(body, sign('another-secret-here', body, server.clock.now()))).statusCode).toBe(403)
  expect((await signed({ type: 'answered', callId: 'l2' }, server.clock.now() - 400_000)).json()).toMatchObject({ error: 'forbidden', message: expect.stringContaining('clocks') as string })
  expect((await send(body, good)).statusCode).toBe(200)
  expect((await send(body, good)).json()).toMatchObject({ error: 'conflict' })
})

test('what is at fault is named', async () => {
  expect((await signed({ type: 'answered', callId: 'l 4' })).json()).toMatchObject({ error: 'invalid payload', field: 'callId' })
  expect((await signed({ type: 'transferred', callId: 'l4' })).json()).toMatchObject({ error: 'invalid payload', field: 'toAgent' })
  expect((await signed({ type: 'answered', callId: 'l4', attributes: { shoeSize: 43 } })).json()).toMatchObject({ error: 'invalid payload', field: 'attributes.shoeSize' })
  expect((await signed({ type: 'exploded', callId: 'l4' })).json()).toMatchObject({ error: 'invalid payload' })
  const broken = '{"type":'
  expect((await send(broken, sign(secret, broken, server.clock.now()))).json()).toMatchObject({ error: 'invalid payload', message: expect.stringContaining('not valid JSON') as string })
})

test('attributes are written at any time, and leave what the agent recorded', async () => {
  await server.hear(spoken('caller', '喂', { callId: 'l5' }))
  const patch = (attributes: unknown) => server.app.http.inject({ method: 'PATCH', url: '/api/calls/l5/attributes', payload: { attributes } })
  expect((await patch({ callerName: '张先生', daysOwned: 40 })).statusCode).toBe(200)
  const browser = await server.browser(await server.signIn('demo-agent'))
  granted(await browser.emitWithAck('fact:record', { callId: 'l5', fact: 'callerName', value: '章先生' }))
  await patch({ callerName: '张先生', daysOwned: null, repairCount: 2 })
  const facts = (await view('l5')).facts.filter(({ id }) => ['callerName', 'daysOwned', 'repairCount'].includes(id)).map(({ id, value, origin }) => `${id} ${String(value)} ${String(origin)}`)
  expect(facts.sort()).toEqual(['callerName 章先生 agent', 'repairCount 2 system'])
  expect((await patch({ daysOwned: 'many' })).json()).toMatchObject({ error: 'invalid payload', field: 'attributes.daysOwned' })
  expect((await server.app.http.inject({ method: 'PATCH', url: '/api/calls/none/attributes', payload: { attributes: {} } })).json()).toMatchObject({ error: 'not found' })
})

test('a repeated announcement keeps what it does not say', async () => {
  await signed({ type: 'answered', callId: 'l6', agent: '1002', callerNumber: '13800002075', queue: '主管' })
  await signed({ type: 'answered', callId: 'l6' })
  expect(await view('l6', 'demo-agent-2')).toMatchObject({ agent: '张伟', callerNumber: '138****2075', queue: '主管' })
})
