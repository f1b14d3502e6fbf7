import { afterEach, expect, test } from 'vitest'
import { verifier } from '../../server/webhooks/signature.ts'
import { waitMs } from '../../server/webhooks/dispatcher.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'
import { receivingServer, type ReceivingServer } from './receiving-server.ts'
import { eventually } from '../support/eventually.ts'

const secret = 'what-the-crm-knows'
let server: TestServer | null = null
let crm: ReceivingServer | null = null
afterEach(async () => {
  await server?.stop()
  await crm?.stop()
  server = crm = null
})

async function launch(statuses: readonly number[], events?: readonly string[]): Promise<{ readonly server: TestServer; readonly crm: ReceivingServer }> {
  crm = await receivingServer(...statuses)
  const receivers = [{ name: 'crm', url: crm.url, secretFrom: 'CRM_SECRET', ...(events && { events }) }]
  server = await testServer({ environment: { SUNLINE_WEBHOOKS: JSON.stringify(receivers), CRM_SECRET: secret } })
  return { server, crm }
}
const told = (receiver: ReceivingServer, count: number) => eventually(() => expect(receiver.deliveries.length).toBeGreaterThanOrEqual(count))
const counted = async (from: TestServer, result: string, count: number) =>
  eventually(async () => expect((await from.app.http.inject({ url: '/metrics' })).body).toContain(`sunline_webhooks_total{receiver="crm",result="${result}"} ${String(count)}`))

/** A call with a forbidden word that was not repaired, ended and wrapped up. */
async function wholeCall(on: TestServer, callId: string): Promise<void> {
  const browser = await on.browser()
  await on.hear(spoken('caller', '修了3次了', { callId }))
  await on.hear(spoken('agent', '这事不归我管', { callId, utteranceId: 'agent-2', startMs: 1_000, endMs: 2_000 }))
  granted(await browser.emitWithAck('call:end', { callId }))
  granted(await browser.emitWithAck('wrapup:submit', { callId, disposition: 'solved', notes: '已回电 13812345678' }))
}

test('a breach without repair and the wrap-up are told, signed', async () => {
  const { server, crm } = await launch([200])
  await wholeCall(server, 'w1')
  await told(crm, 2)
  const messages = crm.deliveries.map(({ body }) => JSON.parse(body) as { event: string }).toSorted((a, b) => a.event.localeCompare(b.event))
  expect(messages).toMatchObject([
    { id: expect.stringMatching(/^w1:wrap-up-\d+$/u) as string, event: 'call wrapped up', at: 1_700_000_000_000, call: { id: 'w1', agent: '李敏', agentId: 'demo-agent' }, data: { disposition: 'solved', notes: expect.stringMatching(/^已回电 [\d*]{11}$/u) as string, facts: { repairCount: 3 }, warnings: { repaired: 0, unrepaired: 1, dismissed: 0 } } },
    { event: 'warning unrepaired', call: { id: 'w1' }, data: { rule: 'not-mine', severity: 'block', match: '不归我管', utteranceId: 'agent-2' } },
  ])
  const verify = verifier(secret)
  for (const { body, signature, event } of crm.deliveries) {
    expect(() => verify(body, signature, server.clock.now())).not.toThrow()
    expect(body).toContain(event)
    expect(body).not.toContain('13812345678')
  }
  await counted(server, 'delivered', 2)
})

test('a crisis is told at once, and once', async () => {
  const { server, crm } = await launch([204], ['crisis raised'])
  for (const [index, text] of ['机器冒烟了', '还在冒烟'].entries()) await server.hear(spoken('caller', text, { callId: 'w2', utteranceId: `u${String(index)}`, startMs: index * 1_000, endMs: index * 1_000 + 500 }))
  await told(crm, 1)
  await wholeCall(server, 'w2')
  await counted(server, 'delivered', 1)
  expect(crm.deliveries.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([{ event: 'crisis raised', data: { scenario: 'crisis-safety-hazard', heard: '冒烟' } }])
})

test('what is not taken is sent again, each time later, also after a restart', async () => {
  const { crm, ...launched } = await launch([500, 503, 302, 200], ['call wrapped up'])
  await wholeCall(launched.server, 'w3')
  await counted(launched.server, 'failed', 1)
  launched.server.clock.pass(waitMs(1) - 1_000)
  expect(crm.deliveries).toHaveLength(1)
  launched.server.clock.pass(1_000)
  await counted(launched.server, 'failed', 2)
  const next = (server = await launched.server.restart())
  expect(crm.deliveries).toHaveLength(2)
  next.clock.pass(waitMs(2))
  await counted(next, 'failed', 1)
  next.clock.pass(waitMs(3))
  await counted(next, 'delivered', 1)
  expect(new Set(crm.deliveries.map(({ body }) => body)).size).toBe(1)
})

test('what nobody takes is put aside, shown to an administrator, and sent when he says so', async () => {
  const { server, crm } = await launch([...Array.from({ length: 16 }, () => 500), 200], ['call wrapped up'])
  await wholeCall(server, 'w4')
  for (let attempt = 1; attempt < 16; attempt += 1) {
    await counted(server, 'failed', attempt)
    server.clock.pass(waitMs(attempt))
  }
  await counted(server, 'dead', 1)
  server.clock.pass(24 * 3_600_000)
  const headers = { cookie: await server.signIn('demo-administrator'), 'x-sunline-page': '1' }
  const overview = await server.app.http.inject({ url: '/api/webhooks', headers })
  expect(overview.json()).toMatchObject({ counts: [{ receiver: 'crm', status: 'dead', messages: 1 }], dead: [{ receiver: 'crm', event: 'call wrapped up', callId: 'w4', attempts: 16, lastError: 'answered 500' }] })
  const retry = await server.app.http.inject({ method: 'POST', url: '/api/webhooks/crm/retry', headers })
  expect(retry.json()).toEqual({ messages: 1 })
  server.clock.pass(1_000)
  await counted(server, 'delivered', 1)
  expect(crm.deliveries).toHaveLength(17)
})

test('a receiver that does not answer holds up no other; one that is gone is given up', async () => {
  const deaf = await receivingServer(500)
  crm = await receivingServer(200)
  const environment = { SECRET: secret, SUNLINE_WEBHOOKS: JSON.stringify([{ name: 'deaf', url: deaf.url, secretFrom: 'SECRET' }, { name: 'crm', url: crm.url, secretFrom: 'SECRET' }]) }
  const first = (server = await testServer({ environment }))
  await wholeCall(first, 'w7')
  await told(crm, 2)
  await told(deaf, 2)
  await deaf.stop()
  await eventually(async () => expect((await first.app.http.inject({ url: '/metrics' })).body).toContain('sunline_webhooks_total{receiver="deaf",result="failed"} 2'))
  const next = (server = await first.restart({ SECRET: secret, SUNLINE_WEBHOOKS: JSON.stringify([{ name: 'crm', url: crm.url, secretFrom: 'SECRET' }]) }))
  const headers = { cookie: await next.signIn('demo-administrator') }
  await eventually(async () => expect((await next.app.http.inject({ url: '/api/webhooks', headers })).json()).toMatchObject({ counts: [{ receiver: 'deaf', status: 'dead', messages: 2 }], dead: [{ lastError: 'the configuration names no such receiver any more' }, {}] }))
})

test('sample calls are told to nobody', async () => {
  const { server, crm } = await launch([200])
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'w5', origin: 'sample' } })
  await wholeCall(server, 'w5')
  await wholeCall(server, 'w6')
  await told(crm, 2)
  expect(crm.deliveries.filter(({ body }) => body.includes('w5'))).toEqual([])
})

test('receivers that make no sense stop the start', async () => {
  const start = (receivers: unknown) => testServer({ environment: { SUNLINE_WEBHOOKS: typeof receivers === 'string' ? receivers : JSON.stringify(receivers) } })
  await expect(start('{')).rejects.toThrow('SUNLINE_WEBHOOKS must be JSON')
  await expect(start([{ name: 'crm', url: 'ftp://x', secretFrom: 'X' }])).rejects.toThrow('0.url: expected an address')
  await expect(start([{ name: 'crm', url: 'https://x', secretFrom: 'NOT_SET' }])).rejects.toThrow('the variable NOT_SET, which must hold the secret of "crm", is not set')
  await expect(testServer({ environment: { SUNLINE_SCREEN_POP: 'https://crm.example.com/{shoeSize}' } })).rejects.toThrow('SUNLINE_SCREEN_POP names shoeSize')
  await expect(testServer({ environment: { SUNLINE_SCREEN_POP: 'https://{queue}/x' } })).rejects.toThrow('placeholders after the host only')
})
