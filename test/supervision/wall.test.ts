import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditView, CallContext, WallCall } from '../../server/protocol.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
let supervisor: Browser
let agent: Browser
beforeEach(async () => {
  server = await testServer()
  supervisor = await server.browser(await server.signIn('demo-supervisor'))
  agent = await server.browser()
})
afterEach(() => server.stop())

const announce = (callId: string, agentNumber: string) => server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId, agent: agentNumber, callerNumber: '13800138000', queue: '售后' } })
/** The next wall that is sent once `ms` have passed. */
async function wallAfter(ms = 500): Promise<readonly WallCall[]> {
  const sent = new Promise<readonly WallCall[]>((resolve) => supervisor.once('wall:changed', resolve))
  server.clock.pass(ms)
  return sent
}
const watched = async () => granted(await supervisor.emitWithAck('wall:watch'))

describe('The wall', () => {
  it('shows the calls of the team, and no others', async () => {
    await announce('c1', '1001')
    await announce('c2', '1002')
    const calls = await watched()
    expect(calls.map(({ id }) => id)).toEqual(['c1'])
    expect(calls[0]).toMatchObject({ status: 'live', agent: '李敏', callerNumber: '138****8000', queue: '售后', open: 0, warning: null, crisis: null, anger: [] })
  })

  it('is sent when something on it changes, at most twice a second, and not after it was left', async () => {
    await announce('c1', '1001')
    await watched()
    let walls = 0
    supervisor.on('wall:changed', () => (walls += 1))
    for (let turn = 0; turn < 5; turn += 1) await server.hear(spoken('caller', '太气人了', { utteranceId: `u${String(turn)}`, startMs: turn * 100, endMs: turn * 100 + 50 }))
    const [call] = await wallAfter()
    expect(call?.anger).toHaveLength(5)
    expect(walls).toBe(1)
    granted(await agent.emitWithAck('call:hold', { callId: 'c1' }))
    expect((await wallAfter())[0]).toMatchObject({ status: 'held', heldSince: server.clock.now() - 500 })
    granted(await supervisor.emitWithAck('wall:leave'))
    await server.hear(spoken('caller', '还在吗'))
    server.clock.pass(5_000)
    granted(await supervisor.emitWithAck('calls:list'))
    expect(walls).toBe(2)
  })

  it('shows a call with an open warning before those that began earlier', async () => {
    await announce('c1', '1001')
    await announce('c2', '1001')
    expect((await watched()).map(({ id }) => id)).toEqual(['c1', 'c2'])
    await server.hear(spoken('agent', '不归我管', { callId: 'c2' }))
    expect((await wallAfter()).map(({ id, warning }) => [id, warning?.match])).toEqual([['c2', '不归我管'], ['c1', undefined]])
  })

  it('is refused to agents', async () => {
    const other = await server.browser(await server.signIn('demo-agent-2'))
    expect(await other.emitWithAck('wall:watch')).toMatchObject({ ok: false, error: 'forbidden' })
    await announce('c1', '1001')
    expect(await other.emitWithAck('whisper:send', { callId: 'c1', text: '别急' })).toMatchObject({ ok: false, error: 'forbidden' })
    expect(await other.emitWithAck('call:take-over', { callId: 'c1' })).toMatchObject({ ok: false, error: 'forbidden' })
  })
})

describe('A whisper', () => {
  const context = (browser: Browser) => new Promise<CallContext>((resolve) => browser.once('context:changed', (_call, changed) => resolve(changed)))

  it('reaches the agent at once, is acknowledged, and outlives a restart', async () => {
    await announce('c1', '1001')
    granted(await agent.emitWithAck('call:watch', { callId: 'c1' }))
    const heard = context(agent)
    granted(await supervisor.emitWithAck('whisper:send', { callId: 'c1', text: ' 可以上门，\n先道歉 ' }))
    const { whisper } = await heard
    expect(whisper).toMatchObject({ text: '可以上门， 先道歉', from: '王芳', seenAt: null })
    granted(await agent.emitWithAck('whisper:acknowledge', { callId: 'c1', id: whisper?.id ?? '' }))
    server = await server.restart()
    const view = granted(await (await server.browser()).emitWithAck('call:watch', { callId: 'c1' }))
    expect(view.whisper).toMatchObject({ text: '可以上门， 先道歉', seenAt: server.clock.now() })
  })

  it('takes the place of the one before, and is refused when it is too long or the call is over', async () => {
    await announce('c1', '1001')
    granted(await supervisor.emitWithAck('whisper:send', { callId: 'c1', text: '先道歉' }))
    granted(await supervisor.emitWithAck('whisper:send', { callId: 'c1', text: '我来接' }))
    expect((await watched())[0]?.whisper).toMatchObject({ text: '我来接' })
    expect(await supervisor.emitWithAck('whisper:send', { callId: 'c1', text: '话'.repeat(61) })).toMatchObject({ ok: false, error: 'invalid payload', field: 'text' })
    granted(await agent.emitWithAck('call:end', { callId: 'c1' }))
    expect(await supervisor.emitWithAck('whisper:send', { callId: 'c1', text: '晚了' })).toMatchObject({ ok: false, error: 'call ended' })
  })
})

describe('Looking in', () => {
  const actions = async () => (await server.app.http.inject({ method: 'GET', url: '/api/audit' })).json<readonly AuditView[]>().filter(({ subject }) => subject === 'c1').map(({ action }) => action)

  it('is on the record, and the agent is told only where it is so decided', async () => {
    await announce('c1', '1001')
    granted(await agent.emitWithAck('call:watch', { callId: 'c1' }))
    const told: (readonly string[])[] = []
    agent.on('call:observed', (_call, names) => void told.push(names))
    granted(await supervisor.emitWithAck('call:watch', { callId: 'c1' }))
    server.clock.pass(1_000)
    granted(await agent.emitWithAck('calls:list'))
    expect(told).toEqual([])
    await expect.poll(actions).toEqual(['call looked at'])
    const { settings } = (await server.app.http.inject({ method: 'GET', url: '/api/privacy' })).json<{ readonly settings: object }>()
    await server.app.http.inject({ method: 'PUT', url: '/api/privacy', payload: { ...settings, tellLooked: true } })
    granted(await agent.emitWithAck('call:watch', { callId: 'c1' }))
    server.clock.pass(1_000)
    await expect.poll(() => told).toEqual([['王芳']])
    granted(await supervisor.emitWithAck('call:leave', { callId: 'c1' }))
    server.clock.pass(1_000)
    await expect.poll(() => told).toEqual([['王芳'], []])
  })

  it('may end in taking the call over: the agent is told where it went', async () => {
    const plain = await server.browser(await server.signIn('demo-agent-2'))
    await announce('c1', '1002')
    granted(await plain.emitWithAck('call:watch', { callId: 'c1' }))
    expect(await supervisor.emitWithAck('call:take-over', { callId: 'c1' })).toMatchObject({ ok: false, error: 'forbidden' })
    const both = await server.browser()
    const handed = new Promise<readonly string[]>((resolve) => plain.once('call:handed', (id, name) => resolve([id, name])))
    await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'c1', agent: '1002' } })
    expect(await both.emitWithAck('call:take-over', { callId: 'c1' })).toMatchObject({ ok: false, error: 'forbidden' })
    await announce('c2', '1001')
    granted(await supervisor.emitWithAck('call:take-over', { callId: 'c2' }))
    const [mine] = await watched()
    expect(mine).toMatchObject({ id: 'c2', agent: '王芳', agentId: 'demo-supervisor' })
    expect(await supervisor.emitWithAck('call:take-over', { callId: 'c2' })).toMatchObject({ ok: false, error: 'conflict' })
    await announce('c1', '1001')
    expect(await handed).toEqual(['c1', '李敏'])
  })
})
