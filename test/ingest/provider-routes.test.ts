import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { twilioSignature } from '../../server/ingest/twilio-signature.ts'
import type { CallView } from '../../server/protocol.ts'
import { granted, type TestServer, testServer } from '../support/test-server.ts'
import { fixture } from './fixture.ts'

const token = '12345'
let server: TestServer
beforeEach(async () => {
  server = await testServer({ environment: { TWILIO_AUTH_TOKEN: token, PUBLIC_URL: 'https://sunline.example.com', SUNLINE_INGEST_SPEAKERS: '{"deepgram":{"0":"agent","1":"caller"}}' } })
})
afterEach(async () => {
  await server.stop()
})
const post = async (url: string, payload: unknown) => (await server.app.http.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers: { 'content-type': 'application/json' } })).json<{ results?: readonly unknown[] }>()
const form = (fields: unknown, signature: string) =>
  server.app.http.inject({
    method: 'POST', url: '/api/ingest/twilio?callId=t1&conversation=CA7f3a1b', payload: new URLSearchParams(fields as Record<string, string>).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
  })
const screen = async (callId: string): Promise<CallView> => granted(await (await server.browser()).emitWithAck('call:watch', { callId }))

test('the signature of Twilio is the one of its documentation', () => {
  const fields = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' }
  expect(twilioSignature('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', fields)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
})

test('forms signed by Twilio are taken, others are refused', async () => {
  for (const message of fixture('twilio').messages) {
    const response = await form(message, twilioSignature(token, 'https://sunline.example.com/api/ingest/twilio?callId=t1&conversation=CA7f3a1b', message as Record<string, string>))
    expect(response.statusCode).toBe(200)
  }
  expect((await screen('t1')).utterances.map(({ text }) => text)).toEqual(['修了三次了。', '对不起'])
  const forged = await form({ ...(fixture('twilio').messages[1] as object), TranscriptionData: '{"transcript":"假的"}' }, 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=')
  expect(forged.statusCode).toBe(403)
  expect(forged.json()).toMatchObject({ error: 'forbidden' })
})

test('speakers may be configured for all senders; the address decides over that', async () => {
  const [, , , , spoken] = fixture('deepgram').messages
  await post('/api/ingest/deepgram?callId=d1', spoken)
  await post('/api/ingest/deepgram?callId=d2&agent=1&caller=0', spoken)
  expect((await screen('d1')).utterances.map(({ speaker }) => speaker)).toEqual(['agent'])
  expect((await screen('d2')).utterances.map(({ speaker }) => speaker)).toEqual(['caller'])
})

test('each message of a request is answered, what is at fault by its field', async () => {
  const good = fixture('tencent-asr').messages
  const oversized = { code: 0, voice_id: 'v', result: { slice_type: 2, index: 9, start_time: 0, end_time: 1, voice_text_str: '啊'.repeat(4_001) } }
  expect(await post('/api/ingest/tencent-asr?callId=q1&speaker=caller', [...good, good[2], oversized, { code: 0, voice_id: 'v', result: { slice_type: 7 } }, 'x', { code: 4008, message: 'timeout' }])).toEqual({
    results: [
      { result: 'ignored' }, { result: 'accepted' }, { result: 'accepted' }, { result: 'accepted' }, { result: 'ignored' }, { result: 'stale' },
      { result: 'error', error: 'invalid payload', field: 'text', message: 'text: expected a string of at most 4000 characters' },
      expect.objectContaining({ result: 'error', field: 'result.index' }) as unknown,
      expect.objectContaining({ result: 'error', error: 'invalid payload' }) as unknown,
      expect.objectContaining({ result: 'error', error: 'unavailable', message: expect.stringContaining('4008: timeout') as unknown }) as unknown,
    ],
  })
  expect(await post('/api/ingest/acme?callId=q1', {})).toMatchObject({ ok: false, error: 'not found', field: 'provider' })
  expect(await post('/api/ingest/deepgram?callId=q 1', {})).toMatchObject({ ok: false, field: 'callId' })
  expect(await post('/api/ingest/azure-speech', { Text: '喂' })).toMatchObject({ results: [{ result: 'error', field: 'callId' }] })
})

test('speech that came to nothing leaves the screen', async () => {
  const browser = await server.browser()
  await post('/api/calls', { callId: 'z1' })
  await browser.emitWithAck('call:watch', { callId: 'z1' })
  await post('/api/ingest/azure-speech?callId=z1&speaker=agent', { Id: 'h1', Text: '这事不归我管您别问我', Offset: 0, Duration: 9_000_000 })
  expect(await screen('z1')).toMatchObject({ utterances: [{ text: '这事不归我管您别问我', final: false }], warnings: { current: { state: 'provisional' } } })
  await post('/api/ingest/azure-speech?callId=z1&speaker=agent', { Id: 'h2', RecognitionStatus: 'NoMatch', Offset: 0, Duration: 12_000_000 })
  expect(await screen('z1')).toMatchObject({ utterances: [], warnings: { current: null } })
})

test('a stream comes over a plain websocket, each frame answered', async () => {
  const address = server.address.replace('http', 'ws')
  const socket = new WebSocket(`${address}/api/ingest/azure-speech/stream?callId=w1&speaker=caller`)
  const answers: unknown[] = []
  await once(socket, 'open')
  const all = new Promise<void>((resolve) =>
    socket.on('message', (data: Buffer) => {
      answers.push(JSON.parse(data.toString()))
      if (answers.length === fixture('azure-speech').messages.length + 1) resolve()
    }),
  )
  for (const message of [...fixture('azure-speech').messages, '{']) socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  await all
  expect(answers.map((answer) => (answer as { result: string }).result)).toEqual(['ignored', 'accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'ignored', 'error'])
  expect((await screen('w1')).utterances.map(({ text }) => text)).toEqual(['机器坏了。', '你好。'])
  socket.close()
  await once(socket, 'close')
})

test.each([
  ['/api/ingest/acme/stream?callId=w1', 404, 'not found', {}],
  ['/api/nowhere', 404, 'not found', {}],
  ['/api/ingest/deepgram/stream?offsetMs=-1', 400, 'invalid payload', {}],
  ['/api/ingest/deepgram/stream?callId=w1', 403, 'forbidden', { origin: 'https://elsewhere.example' }],
])('a websocket at %s is refused with %i', async (path, status, error, headers) => {
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}${path}`, { headers })
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, AsyncIterable<Buffer> & { statusCode: number }]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  expect(response.statusCode).toBe(status)
  expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ ok: false, error })
})

test('requests for a websocket that are no addresses cost only their own connection', async () => {
  const { hostname, port } = new URL(server.address)
  for (const address of ['//', 'http://[', '/api/ingest/%E0%A4/stream', '/api/ingest/deepgram/stream?callId=%E0', '*', '/api/audio?callId=a&callId=b']) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write(`GET ${address} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d/u)
    socket.destroy()
  }
  expect((await server.app.http.inject({ url: '/health' })).statusCode).toBe(200)
})

test('configured speakers that make no sense stop the start', async () => {
  await expect(testServer({ environment: { SUNLINE_INGEST_SPEAKERS: '{"acme":{"0":"agent"}}' } })).rejects.toThrow('SUNLINE_INGEST_SPEAKERS names the unknown provider(s) acme')
  await expect(testServer({ environment: { SUNLINE_INGEST_SPEAKERS: '{"deepgram":{"0":"somebody"}}' } })).rejects.toThrow('expected agent, caller or null')
})
