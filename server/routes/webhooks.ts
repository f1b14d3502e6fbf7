import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Outbox } from '../webhooks/outbox.ts'
import { endpoint } from './endpoint.ts'

/** Undelivered messages that are shown. */
const mostShown = 50

const Params = Type.Object({ receiver: Type.String({ pattern: '^[a-z0-9-]{1,40}$', description: 'Expected the name of a receiver' }) })
const Overview = Type.Object({
  counts: Type.Array(Type.Object({ receiver: Type.String(), status: Type.Union([Type.Literal('waiting'), Type.Literal('dead')]), messages: Type.Integer() })),
  dead: Type.Array(Type.Object({ id: Type.String(), receiver: Type.String(), event: Type.String(), callId: Type.String(), createdAt: Type.Integer(), attempts: Type.Integer(), lastError: Type.Union([Type.String(), Type.Null()]) })),
})

/** For those who run the server: what other systems were to be told and have not taken. */
export function webhookRoutes(app: FastifyInstance, outbox: Outbox, now: () => number): void {
  endpoint(
    app,
    { method: 'GET', url: '/api/webhooks', access: 'settings:manage', summary: 'Messages that wait for their receivers, and those that nobody took.', answer: Overview },
    async (): Promise<Static<typeof Overview>> => ({
      counts: [...(await outbox.counts())],
      dead: (await outbox.dead(mostShown)).map(({ id, receiver, event, call_id, created_at, attempts, last_error }) => ({ id, receiver, event, callId: call_id, createdAt: created_at, attempts, lastError: last_error })),
    }),
  )
  endpoint(
    app,
    { method: 'POST', url: '/api/webhooks/:receiver/retry', access: 'settings:manage', summary: 'Send everything again that a receiver did not take.', params: Params, answer: Type.Object({ messages: Type.Integer() }) },
    async ({ params }) => ({ messages: await outbox.revive(params.receiver, now()) }),
  )
}
