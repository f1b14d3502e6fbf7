import { expect } from 'vitest'
import type { QualityChoices, Speaker } from '../../server/protocol.ts'
import { spoken, type TestServer } from './test-server.ts'
import { eventually } from './eventually.ts'

type Turn = readonly [Speaker, string]

/** A call that was announced for an agent, spoken turn by turn and ended. Resolves when its review is there. */
export async function endedCall(server: TestServer, callId: string, turns: readonly Turn[], agent = '1001'): Promise<void> {
  await post(server, '/api/calls', { callId, agent })
  for (const [number, [speaker, text]] of turns.entries()) {
    await server.hear(spoken(speaker, text, { callId, utteranceId: `u${String(number)}`, startMs: number * 3_000, endMs: number * 3_000 + 2_000 }))
    server.clock.pass(3_000)
  }
  await post(server, `/api/calls/${callId}/end`, undefined)
  await reviewed(server)
}

/** Resolves when no ended call waits for its review. */
export const reviewed = (server: TestServer): Promise<void> =>
  eventually(async () => expect((await ask<QualityChoices>(server, '/api/quality/choices')).behind).toBe(0))

/** What a GET is answered with. Throws when it was refused. */
export async function ask<T>(server: TestServer, url: string, cookie?: string): Promise<T> {
  const answer = await server.app.http.inject({ method: 'GET', url, ...(cookie === undefined ? {} : { headers: { cookie } }) })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${String(answer.statusCode)} ${answer.body}`)
  return answer.json<T>()
}

/** What a request is answered with. Throws when it was refused. */
export async function post<T>(server: TestServer, url: string, payload: unknown, cookie?: string, method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'POST'): Promise<T> {
  const answer = await server.app.http.inject({ method, url, ...(payload === undefined ? {} : { payload: payload as object }), ...(cookie === undefined ? {} : { headers: { cookie } }) })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${String(answer.statusCode)} ${answer.body}`)
  return answer.json<T>()
}
