import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { AudioListener, Recogniser } from '../../server/audio/recogniser.ts'
import { processRecogniser } from '../../server/audio/process-recogniser.ts'
import { granted, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer | null = null
afterEach(async () => {
  await server?.stop()
  server = null
})

/** Hears in each piece of audio what its bytes spell in UTF-8: `channel text`, with a full stop when it is final. */
function spelling(): { readonly recogniser: Recogniser; readonly opened: number[] } {
  const opened: number[] = []
  const recogniser: Recogniser = {
    open: (channels, listener) => {
      opened.push(channels)
      const counts = [0, 0]
      let ms = 0
      return {
        write: (pcm) => {
          const [channel = 0, text = ''] = pcm.toString('utf8').split(' ').map((part, index) => (index === 0 ? Number(part) : part)) as [number, string]
          const utterance = counts[channel] ?? 0
          const final = text.endsWith('。')
          if (final) counts[channel] = utterance + 1
          listener.heard({ channel, utterance, text, final, startMs: ms, endMs: (ms += 1_000) })
        },
        end: () => listener.closed(null),
      }
    },
    stop: () => Promise.resolve(),
  }
  return { recogniser, opened }
}
const connect = async (to: TestServer, query: string): Promise<{ readonly socket: WebSocket; readonly answers: readonly unknown[]; readonly answered: (count: number) => Promise<void> }> => {
  const socket = new WebSocket(`${to.address.replace('http', 'ws')}/api/audio?${query}`)
  const answers: unknown[] = []
  const waiting: { readonly count: number; readonly done: () => void }[] = []
  socket.on('message', (data: Buffer) => {
    answers.push(JSON.parse(data.toString()))
    for (const { count, done } of waiting) if (answers.length >= count) done()
  })
  await once(socket, 'open')
  return { socket, answers, answered: (count) => new Promise((done) => (answers.length >= count ? done() : waiting.push({ count, done }))) }
}

test('audio of both channels becomes the call of both speakers', async () => {
  const { recogniser, opened } = spelling()
  server = await testServer({ recogniser })
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'a1' } })
  server.clock.pass(5_000)
  const { socket, answers, answered } = await connect(server, 'callId=a1&agent=1')
  for (const piece of ['1 您好', '0 修了3次了。', '1 您好我来处理。', '0 嗯']) socket.send(Buffer.from(piece))
  await answered(4)
  // Final words are answered when they are on disk, so the answers need not be in order.
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([
      '{"result":"accepted","speaker":"agent","text":"您好","final":false}',
      '{"result":"accepted","speaker":"caller","text":"修了3次了。","final":true}',
      '{"result":"accepted","speaker":"agent","text":"您好我来处理。","final":true}',
      '{"result":"accepted","speaker":"caller","text":"嗯","final":false}',
    ]),
  )
  const view = granted(await (await server.browser()).emitWithAck('call:watch', { callId: 'a1' }))
  expect(view.utterances.map(({ speaker, text, final, startMs, endMs }) => [speaker, text, final, startMs, endMs])).toEqual([
    ['caller', '修了3次了。', true, 6_000, 7_000],
    ['agent', '您好我来处理。', true, 7_000, 8_000],
  ])
  expect(opened).toEqual([2])
  socket.send('end')
  const [code] = (await once(socket, 'close')) as [number]
  expect(code).toBe(1000)
})

test('frames that are no audio, and addresses without a call, are answered', async () => {
  const { recogniser } = spelling()
  server = await testServer({ recogniser })
  const { socket, answers, answered } = await connect(server, 'callId=a2&channels=1')
  socket.send('begin')
  await answered(1)
  expect(answers).toMatchObject([{ result: 'error', error: 'invalid payload', message: 'send audio as binary frames, or the text "end"' }])
  socket.send(Buffer.alloc(100_000))
  const [code] = (await once(socket, 'close')) as [number]
  expect(code).toBe(1009)
  const nameless = new WebSocket(`${server.address.replace('http', 'ws')}/api/audio?channels=3`)
  const [, response] = (await once(nameless, 'unexpected-response')) as [unknown, { statusCode: number; destroy: () => void }]
  expect(response.statusCode).toBe(400)
  response.destroy()
})

const reasonOf = (recogniser: Recogniser): Promise<string | null> =>
  new Promise((resolve) => {
    const listener: AudioListener = { heard: () => undefined, closed: resolve }
    recogniser.open(2, listener).write(Buffer.alloc(640))
  })

test('without a model it says what to install and where', async () => {
  server = await testServer()
  const { socket, answers } = await connect(server, 'callId=a3')
  socket.send(Buffer.alloc(640))
  const [code] = (await once(socket, 'close')) as [number]
  expect(code).toBe(1011)
  expect(answers).toEqual([
    { result: 'error', error: 'unavailable', field: null, message: 'this server has no speech recogniser: run "npm install --no-save sherpa-onnx-node", unpack a streaming Chinese model of sherpa-onnx, and set SUNLINE_ASR_MODELS to its folder' },
  ])
})

test('a model without its package is missed by name, also the second time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-model-'))
  for (const name of ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt']) writeFileSync(join(folder, name), '')
  const recogniser = processRecogniser(folder)
  expect(await reasonOf(recogniser)).toContain('run "npm install --no-save sherpa-onnx-node" beside this server')
  expect(await reasonOf(recogniser)).toContain('sherpa-onnx-node cannot be loaded')
  await recogniser.stop()
})
