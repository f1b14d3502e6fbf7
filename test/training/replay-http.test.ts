import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallComment, CallComparison, ComparedScreens, ImportedCall, ImportFault, KnownVersion, Playlist, PlaylistSummary, ReplayScreen, ReplayTimeline, StoredCalls } from '../../server/protocol.ts'
import { replayScreen, replayTimeline } from '../../server/training/replay-timeline.ts'
import { replay } from '../../server/training/replay.ts'
import { type OtherLibrary, otherLibrary } from '../support/other-library.ts'
import { type TestServer, testServer } from '../support/test-server.ts'
import { engine, journalOf, library, samples } from './sample-journals.ts'

let server: TestServer
let other: OtherLibrary
let trainer: string
let agent: string
beforeAll(async () => {
  other = otherLibrary('scenarios/conduct/hotline-opening.yaml', 'say: 您好，谢谢您打来。', 'say: 您好，感谢您的来电。')
  server = await testServer({ engine, library, samples, environment: { OTHER_LIBRARIES: other.folder } })
  trainer = await server.signIn('demo-trainer')
  agent = await server.signIn('demo-agent-2')
})
afterAll(async () => {
  await server.stop()
  other.remove()
})

async function ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, { payload, cookie = trainer }: { readonly payload?: object; readonly cookie?: string } = {}): Promise<{ readonly status: number; readonly body: T }> {
  const answer = await server.app.http.inject({ method, url: `/api/training${url}`, headers: { cookie }, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}
const sampleCall = async (): Promise<string> => (await ask<{ readonly callId: string }>('POST', '/samples/repeat-repair-full-check/replay')).body.callId

describe('A sample call', () => {
  it('becomes a stored call, once for each version of the words', async () => {
    const id = await sampleCall()
    expect(id).toBe(`sample-repeat-repair-full-check-${engine.version}`)
    expect(await sampleCall()).toBe(id)
    const { calls, total, choices } = (await ask<StoredCalls>('GET', '/calls?origin=sample')).body
    expect(calls.map((call) => call.id)).toEqual([id])
    expect(calls[0]).toMatchObject({ agent: '李敏', outcome: { zh: '已安排送修', en: 'Repair arranged' }, callerNumber: expect.stringMatching(/^\d{3}\*{4}\d{4}$/u) })
    expect(total).toBe(1)
    expect(choices).toMatchObject({ agents: ['李敏'], outcomes: [{ id: 'full-inspection' }] })
    expect((await ask<StoredCalls>('GET', '/calls?origin=import')).body.total).toBe(0)
  })

  it('has the time line and the screens of its journal', async () => {
    const id = await sampleCall()
    const read = replay(journalOf('repeat-repair-full-check'), engine)
    const { call, ...timeline } = (await ask<ReplayTimeline>('GET', `/calls/${id}/timeline`)).body
    expect(call.id).toBe(id)
    expect(timeline).toEqual(JSON.parse(JSON.stringify(replayTimeline(read, engine))))
    const screen = (await ask<ReplayScreen>('GET', `/calls/${id}/screen?at=20000`)).body
    expect(screen.guidance).toEqual(JSON.parse(JSON.stringify(replayScreen(read, 20_000).guidance)))
    expect(screen).not.toHaveProperty('utterances')
  })

  it('is compared with another version of the words, and both screens are shown', async () => {
    const id = await sampleCall()
    const versions = (await ask<readonly KnownVersion[]>('GET', '/versions')).body
    const version = versions.find((each) => each.label.zh === other.folder)?.version ?? ''
    expect(versions.map((each) => each.version)).toContain(engine.version)
    const { partings, warnings, before, after } = (await ask<CallComparison>('GET', `/calls/${id}/comparison?version=${version}`)).body
    expect({ before, after }).toEqual({ before: engine.version, after: version })
    expect(partings[0]).toMatchObject({ atMs: 0, kind: 'words', before: { text: '您好，谢谢您打来。' }, after: { text: '您好，感谢您的来电。' } })
    expect(warnings).toEqual([])
    const screens = (await ask<ComparedScreens>('GET', `/calls/${id}/compared?version=${version}&at=0`)).body
    expect(screens.after.guidance.phrase?.parts).toEqual([{ text: '您好，感谢您的来电。' }])
    expect((await ask('GET', `/calls/${id}/comparison?version=nothing`)).status).toBe(404)
  })
})

describe('Comments', () => {
  it('stand at their moment, and only their author takes them back', async () => {
    const id = await sampleCall()
    await ask('POST', `/calls/${id}/comments`, { payload: { atMs: 30_000, text: ' 这里先道歉 ' } })
    const { body, status } = await ask<readonly CallComment[]>('POST', `/calls/${id}/comments`, { payload: { atMs: 10_000, text: '开头很好' } })
    expect(status).toBe(201)
    expect(body).toMatchObject([{ atMs: 10_000, text: '开头很好', author: '陈静', own: true }, { atMs: 30_000, text: '这里先道歉', own: true }])
    const lead = await server.signIn('demo-qa-lead')
    expect((await ask('DELETE', `/calls/${id}/comments/${body[0]?.id ?? ''}`, { cookie: lead })).status).toBe(404)
    expect((await ask<readonly CallComment[]>('DELETE', `/calls/${id}/comments/${body[0]?.id ?? ''}`)).body).toMatchObject([{ atMs: 30_000 }])
    expect((await ask('POST', `/calls/${id}/comments`, { payload: { atMs: 1, text: '  ' } })).status).toBe(400)
  })
})

describe('A playlist', () => {
  it('gathers clips in an order that its author changes, and shows their calls to whoever may open it', async () => {
    const id = await sampleCall()
    const list = (await ask<Playlist>('POST', '/playlists', { payload: { title: '道歉怎么说' } })).body
    const clip = (title: string, fromMs: number, toMs: number) => ask<Playlist>('POST', `/playlists/${list.id}/clips`, { payload: { callId: id, title, fromMs, toMs } })
    await clip('第一次道歉', 4_000, 9_000)
    const { items } = (await clip('补救', 16_000, 26_000)).body
    expect(items.map(({ title }) => title)).toEqual(['第一次道歉', '补救'])
    expect((await clip('倒着', 9_000, 4_000)).status).toBe(400)
    expect((await ask<readonly PlaylistSummary[]>('GET', '/playlists')).body).toMatchObject([{ title: '道歉怎么说', clips: 2, durationMs: 15_000, own: true }])
    expect((await ask('GET', `/calls/${id}/timeline`, { cookie: agent })).status).toBe(403)
    expect((await ask('GET', `/calls/${id}/timeline?playlist=${list.id}`, { cookie: agent })).status).toBe(200)
    const turned = items.map((item) => item.id).toReversed()
    expect((await ask<Playlist>('PUT', `/playlists/${list.id}/clips`, { payload: { clips: turned } })).body.items.map(({ title }) => title)).toEqual(['补救', '第一次道歉'])
    expect((await ask('DELETE', `/playlists/${list.id}`, { cookie: agent })).status).toBe(403)
    expect((await ask<readonly PlaylistSummary[]>('DELETE', `/playlists/${list.id}`)).body).toEqual([])
  })
})

describe('An import', () => {
  const file = { name: '通话.csv', text: 'speaker,text,start,end\n坐席,您好阳光服务,0,2\n客户,电脑又坏了，修了三次了,2.5,6\n坐席,这个不归我管,6.5,8\n' }

  it('becomes a call of the agent it names, which may be replayed', async () => {
    const { body, status } = await ask<ImportedCall>('POST', '/import', { payload: { ...file, agent: '1002', queue: '售后', callerNumber: '13912345678' } })
    expect(status).toBe(201)
    expect(body.utterances).toBe(3)
    const { call, utterances, marks } = (await ask<ReplayTimeline>('GET', `/calls/${body.callId}/timeline`, { cookie: agent })).body
    expect(call).toMatchObject({ origin: 'import', agent: '张伟', queue: '售后', callerNumber: '139****5678' })
    expect(utterances.map(({ utterance }) => utterance.text)).toEqual(['您好阳光服务', '电脑又坏了，修了三次了', '这个不归我管'])
    expect(marks).toContainEqual(expect.objectContaining({ kind: 'warning', fate: 'firm', title: { zh: '不归我管', en: '不归我管' } }))
    expect((await ask('GET', `/calls/${body.callId}/timeline`, { cookie: await server.signIn('demo-agent') })).status).toBe(200)
  })

  it('says by line what is wrong, and leaves nothing behind', async () => {
    const before = (await ask<StoredCalls>('GET', '/calls?origin=import')).body.total
    const { body, status } = await ask<{ readonly message: string; readonly faults: readonly ImportFault[] }>('POST', '/import', { payload: { ...file, text: 'speaker,text,start\n路人,好,0\n' } })
    expect(status).toBe(400)
    expect(body.message).toBe('通话.csv, line 2: speaker: expected agent (坐席, 客服) or caller (用户, 客户)')
    expect(body.faults).toEqual([{ line: 2, message: { zh: 'speaker：说话人要写坐席（agent、客服）或用户（caller、客户）', en: 'speaker: expected agent (坐席, 客服) or caller (用户, 客户)' } }])
    expect((await ask<StoredCalls>('GET', '/calls?origin=import')).body.total).toBe(before)
    expect((await ask('POST', '/import', { payload: file, cookie: agent })).status).toBe(403)
  })
})

describe('A call on the line', () => {
  it('is not replayed before it has ended', async () => {
    await server.hear({ callId: 'on-the-line', utteranceId: 'u1', revision: 1, speaker: 'agent', text: '您好', final: true, startMs: 0, endMs: 900, source: 'test' })
    expect((await ask('GET', '/calls/on-the-line/timeline')).status).toBe(409)
    expect((await ask('GET', '/calls/nowhere/timeline')).status).toBe(404)
  })
})
