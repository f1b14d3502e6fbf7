import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { NewApiKey } from '../../server/protocol.ts'
import { type Centre, staffedCentre } from '../support/centre.ts'
import { fixture } from './fixture.ts'

let centre: Centre
let sender = ''
let announcer = ''
beforeAll(async () => {
  centre = await staffedCentre()
  const key = async (scope: string) => (await centre.manage('POST', '/api/keys', { name: scope, scopes: [scope] })).json<NewApiKey>().key
  sender = await key('ingest:send')
  announcer = await key('calls:announce')
})
afterAll(async () => {
  await centre.stop()
})

/** The status of the refusal, or `open`. */
async function door(path: string, key: string): Promise<number | 'open'> {
  const socket = new WebSocket(`${centre.address.replace('http', 'ws')}${path}`, { headers: key === '' ? {} : { authorization: `Bearer ${key}` } })
  const [, response] = (await Promise.race([once(socket, 'open'), once(socket, 'unexpected-response')])) as [unknown?, { statusCode: number; destroy: () => void }?]
  if (!response) {
    socket.terminate()
    return 'open'
  }
  response.destroy()
  return response.statusCode
}

test.each(['/api/ingest/deepgram/stream?callId=k1&agent=0&caller=1', '/api/audio?callId=k1'])('the websocket %s opens with the right key only', async (path) => {
  expect(await door(path, '')).toBe(401)
  expect(await door(path, 'no-such-key')).toBe(401)
  expect(await door(path, announcer)).toBe(403)
  expect(await door(path, sender)).toBe('open')
})

test('messages and events need the key of their kind', async () => {
  const send = async (url: string, payload: unknown, key: string) =>
    (await centre.app.http.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers: { 'content-type': 'application/json', ...(key !== '' && { authorization: `Bearer ${key}` }) } })).statusCode
  const [, words] = fixture('tencent-asr').messages
  const answered = { type: 'answered', callId: 'k2' }
  expect(await Promise.all(['', announcer, sender].map((key) => send('/api/ingest/tencent-asr?callId=k2&speaker=agent', words, key)))).toEqual([401, 403, 200])
  expect(await Promise.all(['', sender, announcer].map((key) => send('/api/telephony/events', answered, key)))).toEqual([401, 403, 200])
})
