import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { endpoint } from './endpoint.ts'

const ScreenPop = Type.Object({ template: Type.Union([Type.String(), Type.Null()], { description: 'An address with {placeholders}; null: none is configured' }) })

/** Where the customer's page in another system is; the agent's page fills in the call. */
export function screenPopRoutes(app: FastifyInstance, template: string | null): void {
  endpoint(app, { method: 'GET', url: '/api/screen-pop', access: 'calls:handle', summary: 'Address of the customer\'s page in another system, with placeholders.', answer: ScreenPop }, (): Static<typeof ScreenPop> => ({ template }))
}
