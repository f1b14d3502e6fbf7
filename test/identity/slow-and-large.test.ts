import { request } from 'node:http'
import { connect } from 'node:net'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer({ environment: { REQUEST_SECONDS: '1', REQUESTS_PER_MINUTE: '60' } })
})
afterAll(() => server.stop())

/** What the server answers to a request that begins with this and then says nothing more. */
const answerTo = (beginning: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.address)
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(beginning))
    let heard = ''
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })

test('headers that never end, and a body that never comes, are cut off', async () => {
  const [headers, body] = await Promise.all([
    answerTo('GET /api/session HTTP/1.1\r\nhost: 127.0.0.1\r\nx-slow: '),
    answerTo('POST /api/session/demo HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"person"'),
  ])
  expect(headers).toMatch(/^HTTP\/1\.1 408 /u)
  expect(body).toMatch(/^HTTP\/1\.1 408 /u)
})

test('a body larger than two megabytes is refused before it is read', async () => {
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${server.address}/api/session/demo`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 3_000_000 } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.write('{')
  })
  expect(status).toBe(413)
})

test('a websocket message larger than 64 kB ends the connection', async () => {
  const socket = io(`${server.address}/ingest`, { transports: ['websocket'], forceNew: true, reconnection: false })
  await new Promise((resolve) => socket.once('connect', () => resolve(null)))
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  socket.emit('transcript', { text: 'x'.repeat(70_000) })
  expect(await gone).toMatch(/transport/u)
})

test('one person\'s requests beyond the measure are refused with the time to wait', async () => {
  const answers = []
  for (let nth = 0; nth < 70; nth += 1) answers.push(await server.app.http.inject({ url: '/api/scenarios' }))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(60)
  const refused = answers.at(-1)
  expect(refused?.json()).toMatchObject({ ok: false, error: 'too many requests' })
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
  // Recognisers are not counted.
  expect((await server.app.http.inject({ method: 'POST', url: '/api/ingest/events', payload: { events: [{}] } })).statusCode).toBe(200)
})

test('every answer, a refusal too, carries the headers that make browsers careful', async () => {
  for (const url of ['/', '/health', '/api/session', '/api/people?x=1', '/nowhere']) {
    const { headers } = await server.app.http.inject({ url, headers: { cookie: '' } })
    expect(headers['content-security-policy'], url).toMatch(/^default-src 'self';script-src 'self' 'nonce-[0-9a-f]{32}';style-src 'self' 'nonce-[0-9a-f]{32}';/u)
    expect(headers, url).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' })
  }
})

test('what nobody foresaw is told without a trace of the program', async () => {
  for (const [url, payload] of [['/api/session/password', '{"login": "a'], ['/api/session/password', '[]'], ['/api/%E0%A4%A', '{}']] as const) {
    const { body } = await server.app.http.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } })
    expect(body).not.toMatch(/node_modules|\.ts:|at .+\(/u)
    expect(JSON.parse(body)).toMatchObject({ ok: false })
  }
})
