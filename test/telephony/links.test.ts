import { afterEach, expect, test } from 'vitest'
import type { CallSummary } from '../../server/protocol.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'
import { fakeAri, fakeAsterisk, fakeFreeswitch, type FakeSystem } from './fake-systems.ts'
import { eventually } from '../support/eventually.ts'

type Sent = Readonly<Record<string, unknown>>
/** A call through each system: answered by 1001, held, retrieved, handed to 1002, hung up. */
interface Script {
  readonly system: string
  readonly open: () => Promise<FakeSystem>
  readonly environment: (port: number) => Readonly<Record<string, string>>
  readonly callId: string
  readonly answered: Sent
  readonly held: Sent
  readonly retrieved: Sent
  readonly transferred: Sent
  readonly hungUp: Sent
}
const bridge = { 'Event-Name': 'CHANNEL_BRIDGE', 'Unique-ID': 'fs-1', 'Other-Leg-Unique-ID': 'fs-2', 'Caller-Caller-ID-Number': '13800002075', variable_dialed_user: '1001', variable_cc_queue: '笔记本售后', variable_sunline_fact_callerName: '张先生' }
const ids = { Uniqueid: '176.1', Linkedid: '176.1' }
const channel = { id: 'ari-1', state: 'Up', caller: { name: '', number: '13800002075' } }
const scripts: readonly Script[] = [
  {
    system: 'freeswitch', open: fakeFreeswitch, environment: (port) => ({ SUNLINE_ESL_URL: `esl://:ClueCon@127.0.0.1:${String(port)}` }), callId: 'fs-1',
    answered: bridge,
    held: { 'Event-Name': 'CHANNEL_HOLD', 'Unique-ID': 'fs-2' },
    retrieved: { 'Event-Name': 'CHANNEL_UNHOLD', 'Unique-ID': 'fs-2' },
    transferred: { ...bridge, 'Other-Leg-Unique-ID': 'fs-3', variable_dialed_user: '1002' },
    hungUp: { 'Event-Name': 'CHANNEL_HANGUP_COMPLETE', 'Unique-ID': 'fs-1', 'Hangup-Cause': 'NORMAL_CLEARING' },
  },
  {
    system: 'asterisk-ami', open: fakeAsterisk, environment: (port) => ({ SUNLINE_AMI_URL: `ami://sunline:s3cret@127.0.0.1:${String(port)}` }), callId: '176.1',
    answered: { Event: 'AgentConnect', ...ids, Queue: '笔记本售后', Interface: 'PJSIP/1001', CallerIDNum: '13800002075', DestUniqueid: '176.2' },
    held: { Event: 'Hold', Uniqueid: '176.2', Linkedid: '176.1' },
    retrieved: { Event: 'Unhold', Uniqueid: '176.2', Linkedid: '176.1' },
    transferred: { Event: 'BlindTransfer', Result: 'Success', TransfereeLinkedid: '176.1', Extension: '1002' },
    hungUp: { Event: 'Hangup', ...ids, Cause: '16' },
  },
  {
    system: 'asterisk-ari', open: fakeAri, environment: (port) => ({ SUNLINE_ARI_URL: `http://sunline:s3cret@127.0.0.1:${String(port)}/ari?app=sunline` }), callId: 'ari-1',
    answered: { type: 'StasisStart', application: 'sunline', args: ['agent=1001', 'queue=笔记本售后', 'fact.callerName=张先生'], channel },
    held: { type: 'ChannelHold', channel },
    retrieved: { type: 'ChannelUnhold', channel },
    transferred: { type: 'BridgeBlindTransfer', result: 'Success', exten: '1002', transferee: channel },
    hungUp: { type: 'ChannelDestroyed', channel, cause: 16 },
  },
]

let server: TestServer | null = null
let system: FakeSystem | null = null
afterEach(async () => {
  await server?.stop()
  await system?.stop()
  server = system = null
})

/** The calls that come up in a browser's list from now on. */
async function listing(browser: Browser): Promise<(matches: (call: CallSummary) => boolean) => Promise<CallSummary>> {
  const calls: CallSummary[] = [...granted(await browser.emitWithAck('calls:list'))]
  browser.on('call:assigned', (call) => calls.push(call))
  return (matches) => eventually(() => calls.find(matches) ?? Promise.reject(new Error('not listed yet')))
}
const connected = async (name: string): Promise<string> => /sunline_telephony_connected\{system="[a-z-]+"\} \d/u.exec((await server?.app.http.inject({ url: '/metrics' }))?.body ?? '')?.[0]?.replace(name, 'it') ?? ''

test.each(scripts)('$system: a call goes from screen to screen as it goes on the line', async (script) => {
  system = await script.open()
  server = await testServer({ environment: script.environment(system.port) })
  const first = await listing(await server.browser(await server.signIn('demo-agent')))
  const second = await listing(await server.browser(await server.signIn('demo-agent-2')))
  await system.listening()

  system.send(script.answered)
  expect(await first(({ id }) => id === script.callId)).toMatchObject({ agent: '李敏', agentId: 'demo-agent', callerNumber: '138****2075', queue: '笔记本售后', status: 'live' })
  expect(await server.hear(spoken('caller', '修了3次了', { callId: script.callId }))).toEqual({ result: 'accepted' })
  system.send(script.held)
  await first(({ status }) => status === 'held')
  system.send(script.retrieved)
  await first(({ status }) => status === 'live')
  system.send(script.transferred)
  expect(await second(({ id }) => id === script.callId)).toMatchObject({ agent: '张伟', agentId: 'demo-agent-2', callerNumber: '138****2075', queue: '笔记本售后' })
  const next = await server.browser(await server.signIn('demo-agent-2'))
  const view = granted(await next.emitWithAck('call:watch', { callId: script.callId }))
  expect(view.utterances.map(({ text }) => text)).toEqual(['修了3次了'])
  expect(view.facts).toContainEqual(expect.objectContaining({ id: 'repairCount', value: 3 }))
  expect(view.facts).toContainEqual(expect.objectContaining({ id: 'agentName', value: '张伟' }))

  // The connection is lost in the middle of the call, which goes on.
  system.channels.add(script.callId)
  system.cut()
  await eventually(async () => expect(await connected(script.system)).toBe('sunline_telephony_connected{system="it"} 0'))
  server.clock.pass(1_000)
  await system.listening()
  await eventually(async () => expect(await connected(script.system)).toBe('sunline_telephony_connected{system="it"} 1'))
  system.send(script.hungUp)
  await second(({ status }) => status === 'wrap-up')
})

test.each(scripts)('$system: a hang-up that was missed is found when the connection is back', async (script) => {
  system = await script.open()
  server = await testServer({ environment: script.environment(system.port) })
  const agent = await listing(await server.browser(await server.signIn('demo-agent')))
  await system.listening()
  system.send(script.answered)
  await agent(({ status }) => status === 'live')
  system.cut()
  await eventually(async () => expect(await connected(script.system)).toBe('sunline_telephony_connected{system="it"} 0'))
  server.clock.pass(1_000)
  await system.listening()
  expect(await agent(({ status }) => status === 'wrap-up')).toMatchObject({ id: script.callId })
})

test.each(scripts)('$system: whoever is refused tries again, each time later', async ({ open, environment }) => {
  system = await open()
  const wrong = Object.fromEntries(Object.entries(environment(system.port)).map(([name, url]) => [name, url.replace(/ClueCon|s3cret/u, 'wrong')]))
  server = await testServer({ environment: wrong })
  for (const attempts of [1, 2, 3]) {
    // The refusal may be on its way still: then no time has been set yet at which to try again.
    await eventually(() => {
      if (system?.heard.length === attempts - 1) server?.clock.pass(30_000)
      expect(system?.heard.length).toBe(attempts)
    })
    await eventually(async () => expect(await connected('x')).toMatch(/ 0$/u))
    server.clock.pass(100)
    expect(system.heard.length).toBe(attempts)
  }
})

test('addresses that make no sense stop the start, all listed', async () => {
  await expect(testServer({ environment: { SUNLINE_ESL_URL: '10.0.0.5:8021', SUNLINE_AMI_URL: 'http://x', SUNLINE_ARI_URL: 'ftp://x', SUNLINE_TELEPHONY_SECRET: 'short' } })).rejects.toThrow(
    /SUNLINE_ESL_URL must be an address that begins with esl:\/\/\nSUNLINE_AMI_URL .*\nSUNLINE_ARI_URL .*\nSUNLINE_TELEPHONY_SECRET must have at least 16 characters/u,
  )
})
