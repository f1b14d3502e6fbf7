import { afterEach, beforeEach, expect, test } from 'vitest'
import { spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(async () => {
  await server.stop()
})
const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  server.app.http.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers: { 'content-type': 'application/json', ...headers } })

test('a batch is answered event by event', async () => {
  const { callId: _, ...nameless } = spoken('caller', '喂')
  const events = [spoken('caller', '喂'), spoken('caller', '喂'), { ...spoken('caller', '喂'), endMs: 'soon' }, nameless, 7, spoken('caller', '喂喂', { revision: 2 })]
  const response = await post('/api/ingest/events', { events })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    results: [
      { result: 'accepted' },
      { result: 'stale' },
      { result: 'error', error: 'invalid payload', field: 'endMs', message: 'endMs: expected whole milliseconds since the call began, from 0 to 86400000' },
      { result: 'error', error: 'invalid payload', field: 'callId' },
      { result: 'error', error: 'invalid payload', field: null },
      { result: 'accepted' },
    ],
  })
})

test.each([
  ['not json', '{"events":', 'application/json', 400, 'invalid payload'],
  ['no events', '{}', 'application/json', 400, 'invalid payload'],
  ['too many events', JSON.stringify({ events: Array.from({ length: 501 }, () => 1) }), 'application/json', 400, 'invalid payload'],
  ['too many bytes', JSON.stringify({ events: ['x'.repeat(3_000_000)] }), 'application/json', 413, 'payload too large'],
  ['another content type', '<events/>', 'application/xml', 400, 'invalid payload'],
])('a batch that is %s is refused', async (_name, payload, type, status, error) => {
  const response = await server.app.http.inject({ method: 'POST', url: '/api/ingest/events', payload, headers: { 'content-type': type } })
  expect(response.statusCode).toBe(status)
  expect(response.json()).toMatchObject({ ok: false, error })
})

test('Aliyun messages of both sides become one call', async () => {
  const header = (name: string, task: string) => ({ namespace: 'SpeechTranscriber', name, status: 20_000_000, task_id: task, message_id: 'm' })
  const agent = [
    { header: header('TranscriptionStarted', 't1'), payload: { session_id: 's' } },
    { header: header('TranscriptionResultChanged', 't1'), payload: { index: 1, time: 800, result: '您好' } },
    { header: header('SentenceEnd', 't1'), payload: { index: 1, begin_time: 100, time: 1_200, result: '您好。', confidence: 0.9 } },
    { header: header('TranscriptionResultChanged', 't1'), payload: { index: 1, time: 900, result: '您好阳' } },
    { header: header('SentenceEnd', 't1'), payload: { index: 'one', time: 1, result: '' } },
  ]
  const response = await post('/api/ingest/aliyun-nls?callId=n1&speaker=agent', agent)
  expect(response.json()).toMatchObject({
    results: [{ result: 'ignored' }, { result: 'accepted' }, { result: 'accepted' }, { result: 'stale' }, { result: 'error', field: 'payload.index' }],
  })
  const caller = { header: header('SentenceEnd', 't2'), payload: { index: 1, begin_time: 1_300, time: 2_000, result: '喂', confidence: 1 } }
  expect((await post('/api/ingest/aliyun-nls', caller, { 'x-call-id': 'n1', 'x-speaker': 'caller' })).json()).toMatchObject({ results: [{ result: 'accepted' }] })
  const browser = await server.browser()
  expect(await browser.emitWithAck('call:watch', { callId: 'n1' })).toMatchObject({
    data: { utterances: [{ id: 't1-1', speaker: 'agent', text: '您好。', startMs: 100, endMs: 1_200 }, { id: 't2-1', speaker: 'caller', text: '喂' }] },
  })
  expect((await post('/api/ingest/aliyun-nls?callId=n1', caller)).json()).toMatchObject({ results: [{ result: 'error', error: 'invalid payload', field: 'speaker' }] })
})

test('a call is announced with its number masked, also after its first words, and may be announced twice', async () => {
  await server.hear(spoken('caller', '喂'))
  const call = { callId: 'c1', agent: '王芳', callerNumber: '13800002075', queue: '笔记本售后', attributes: { callerName: '张先生' } }
  for (const _ of [1, 2]) {
    const response = await post('/api/calls', call)
    expect(response.statusCode).toBe(201)
    expect(response.json()).toMatchObject({ id: 'c1', agent: '王芳', callerNumber: '138****2075', queue: '笔记本售后' })
  }
  expect((await post('/api/calls', { callId: 'c1', attributes: { shoeSize: 43 } })).json()).toMatchObject({ error: 'invalid payload', field: 'attributes.shoeSize' })
  const browser = await server.browser()
  const view = await browser.emitWithAck('call:watch', { callId: 'c1' })
  expect(view).toMatchObject({ data: { facts: expect.arrayContaining([expect.objectContaining({ id: 'callerName', value: '张先生', origin: 'system' })]) as unknown } })
})

test('the end of a call is announced once or more', async () => {
  await server.hear(spoken('caller', '喂'))
  for (const _ of [1, 2]) expect((await post('/api/calls/c1/end', {})).json()).toMatchObject({ status: 'wrap-up' })
  expect((await post('/api/calls/c2/end', {})).statusCode).toBe(404)
})

test('more calls than allowed are refused, the others go on', async () => {
  await server.stop()
  server = await testServer({ environment: { MAX_LIVE_CALLS: '1' } })
  await server.hear(spoken('caller', '喂'))
  expect(await server.hear(spoken('caller', '喂', { callId: 'c2' }))).toMatchObject({ result: 'error', error: 'unavailable' })
  expect(await server.hear(spoken('caller', '在吗', { utteranceId: 'u2' }))).toEqual({ result: 'accepted' })
})

test('health, metrics, session and an unknown address', async () => {
  await server.hear(spoken('agent', '不归我管'))
  const get = (url: string) => server.app.http.inject({ url })
  expect((await get('/health')).json()).toEqual({ status: 'ok', libraryVersion: 'fake-1', calls: 1 })
  const { body } = await get('/metrics')
  expect(body).toContain('sunline_live_calls 1')
  expect(body).toContain('sunline_warnings_total{severity="block",state="firm"} 1')
  expect(body).toContain('sunline_ingest_to_socket_seconds_count 1')
  expect((await get('/api/session')).json()).toMatchObject({ person: { name: '李敏', number: '1001' }, mode: 'demo', libraryVersion: 'fake-1' })
  expect((await get('/api/nothing')).json()).toMatchObject({ ok: false, error: 'not found' })
})

test('a page of another site cannot open a socket', async () => {
  const { io } = await import('socket.io-client')
  const socket = io(server.address, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { origin: 'https://elsewhere.example' } })
  const refused = await new Promise((resolve) => {
    socket.once('connect', () => resolve(false))
    socket.once('connect_error', () => resolve(true))
  })
  socket.disconnect()
  expect(refused).toBe(true)
})
