import type { Reply } from '../../../server/protocol.ts'
import { HttpFailed } from './http-failed.ts'
import { doubtSession } from './session-doubt.ts'

let ahead = 0

/** How many ms this machine's clock is ahead of the server's, to the second, from the newest answer's `Date`. */
export const clockAhead = (): number => ahead

function noteServerTime(answer: Response): void {
  const at = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(at)) return
  const measured = Date.now() - at
  ahead = Math.abs(measured) < 2000 ? 0 : measured
}

async function failureOf(answer: Response): Promise<HttpFailed> {
  const body = (await answer.json().catch(() => null)) as Partial<Extract<Reply, { ok: false }>> | null
  return new HttpFailed(body?.error ?? 'internal', body?.message ?? `${answer.status} ${answer.statusText}`, body?.field ?? null, body, body?.zh ?? null)
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, { ...init, headers: { accept: 'application/json', 'x-sunline-page': '1', ...init?.headers } })
  noteServerTime(answer)
  if (answer.status === 401) doubtSession()
  if (!answer.ok) throw await failureOf(answer)
  return (await answer.json()) as T
}

/** GET of one of the server's own paths. Throws HttpFailed when it refuses. */
export const getJson = <T>(path: string): Promise<T> => ask<T>(path)

/** Sends a request that changes something, with a JSON body if one is given. Throws HttpFailed when it refuses. */
export const send = <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> =>
  ask<T>(path, { method, headers: body === undefined ? {} : { 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) })

/** POST to one of the server's own paths. Throws HttpFailed when it refuses. */
export const post = <T>(path: string, body?: unknown): Promise<T> => send<T>('POST', path, body)
