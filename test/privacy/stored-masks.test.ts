import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallerCalls, CallerErasure, CallerExport, CallOriginals, PrivacyView } from '../../server/protocol.ts'
import { onPostgres } from '../support/test-database.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

const key = 'a secret of the tests, long enough for it'
const number = '13800138000'

let server: TestServer
beforeEach(async () => {
  server = await testServer({ environment: { SUNLINE_PRIVACY_KEY: key } })
})
afterEach(() => server.stop())

const announce = (callId: string, callerNumber: string) => server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId, callerNumber } })
const ask = (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => server.app.http.inject({ method, url, ...(payload && { payload }) })
const caller = { number: '138 0013 8000', reason: '来电者要求' }

/** Everything that the database holds, as text; the index of SQLite's search holds no text. */
async function stored(): Promise<string> {
  const tables = (await server.database.introspection.getTables()).filter(({ name }) => onPostgres || !name.startsWith('utterance_words'))
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(server.database)))
  return rows.map((each) => JSON.stringify(each.rows)).join('\n')
}
const settingsOf = async () => (await ask('GET', '/api/privacy')).json<PrivacyView>().settings

describe('Personal data of a call', () => {
  it('is masked before it is stored, while the screen shows what the agent needs', async () => {
    await announce('c1', number)
    const browser = await server.browser()
    granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
    await server.hear(spoken('caller', `我电话${number}，住中山路38号`))
    const view = granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
    expect(view.utterances.map(({ text }) => text)).toEqual([`我电话${number}，住中山路38号`])
    expect(await stored()).toContain('我电话138****8000，住中山路**号')
    expect(await stored()).not.toContain(number)
    server = await server.restart()
    const again = granted(await (await server.browser()).emitWithAck('call:watch', { callId: 'c1' }))
    expect(again.utterances.map(({ text }) => text)).toEqual(['我电话138****8000，住中山路**号'])
  })

  it('is masked when it is dictated piece by piece', async () => {
    await announce('c1', number)
    for (const [at, [speaker, text]] of ([['agent', '您的手机号码报一下'], ['caller', '幺三八'], ['caller', '零零幺三'], ['caller', '八零零零'], ['agent', '好，今天三点到']] as const).entries()) {
      await server.hear(spoken(speaker, text, { utteranceId: `u${String(at)}`, startMs: at * 1_000, endMs: at * 1_000 + 900 }))
    }
    for (const piece of ['"幺三八"', '"零零幺三"', '"八零零零"']) expect(await stored()).not.toContain(piece)
    expect(await stored()).toContain('好，今天三点到')
  })

  it('is found, exported and erased by the number of the caller, and the erasure is on record', async () => {
    await announce('c1', number)
    await announce('c2', '13911112222')
    await server.hear(spoken('caller', '我要退货'))
    expect((await ask('POST', '/api/privacy/caller', caller)).json<CallerCalls>().calls.map(({ id }) => id)).toEqual(['c1'])
    const exported = (await ask('POST', '/api/privacy/caller/export', caller)).json<CallerExport>()
    expect(JSON.stringify(exported)).toContain('我要退货')
    expect((await ask('POST', '/api/privacy/caller/erase', caller)).json<CallerErasure>()).toEqual({ erased: 0, skipped: ['c1'] })
    await ask('POST', '/api/calls/c1/end')
    server.clock.pass(31 * 60_000)
    expect((await ask('POST', '/api/privacy/caller/erase', caller)).json<CallerErasure>()).toEqual({ erased: 1, skipped: [] })
    expect(await stored()).not.toContain('我要退货')
    expect(await stored()).not.toContain('"c1"')
    expect(await stored()).toContain('"c2"')
    const { erasures } = (await ask('GET', '/api/privacy')).json<PrivacyView>()
    expect(erasures[0]).toMatchObject({ because: 'request', reason: '来电者要求', kind: 'caller', erased: 1 })
    expect(await stored()).toContain('"action":"caller erased"')
  })

  it('opens again only where an administrator has made masks reversible, and each look is on record', async () => {
    await ask('PUT', '/api/privacy', { ...(await settingsOf()), reversible: true })
    await announce('c1', number)
    await server.hear(spoken('caller', `打${number}`))
    expect(await stored()).not.toContain(`打${number}`)
    const { utterances } = (await ask('POST', '/api/privacy/calls/c1/originals', { reason: '核对投诉' })).json<CallOriginals>()
    expect(utterances).toEqual([{ id: 'caller-1', speaker: 'caller', text: `打${number}` }])
    expect(await stored()).toContain('"action":"originals opened"')
    server = await server.restart({ SUNLINE_PRIVACY_KEY: 'another secret, which opens nothing at all' })
    expect((await ask('POST', '/api/privacy/calls/c1/originals', { reason: '核对投诉' })).statusCode).toBe(503)
  })

  it('cannot be made reversible without a key, and a record of less than six months is refused', async () => {
    const settings = await settingsOf()
    expect((await ask('PUT', '/api/privacy', { ...settings, keepDays: { ...settings.keepDays, audit: 30 } })).statusCode).toBe(400)
    server = await server.restart({ SUNLINE_PRIVACY_KEY: '' })
    expect((await ask('PUT', '/api/privacy', { ...settings, reversible: true })).json()).toMatchObject({ error: 'conflict', field: 'reversible' })
    expect((await ask('POST', '/api/privacy/caller', caller)).json()).toMatchObject({ error: 'conflict' })
  })

  it('is erased by the nightly job when its days are over', async () => {
    const settings = await settingsOf()
    await ask('PUT', '/api/privacy', { ...settings, keepDays: { ...settings.keepDays, live: 1 } })
    await announce('c1', number)
    await ask('POST', '/api/calls/c1/end')
    server.clock.pass(20 * 3_600_000)
    expect(await stored()).toContain('"c1"')
    server.clock.pass(36 * 3_600_000)
    const cookie = await server.signIn('demo-administrator')
    await expect.poll(async () => (await server.app.http.inject({ method: 'GET', url: '/api/privacy', headers: { cookie } })).json<PrivacyView>().erasures).toMatchObject([{ because: 'retention', kind: 'live', erased: 1 }])
    expect(await stored()).not.toContain('"c1"')
  })

  it('shows masks on the screen too when it is so decided', async () => {
    await ask('PUT', '/api/privacy', { ...(await settingsOf()), liveScreen: 'masked' })
    await announce('c1', number)
    const browser = await server.browser()
    granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
    const heard = new Promise<string>((resolve) => browser.on('utterance:heard', (_call, { text }) => resolve(text)))
    await server.hear(spoken('caller', `打${number}`))
    expect(await heard).toBe('打138****8000')
    expect(granted(await browser.emitWithAck('call:watch', { callId: 'c1' })).utterances[0]?.text).toBe('打138****8000')
  })
})
