import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { IntegrationConfig } from '../integration-config.ts'
import type { DeskView } from '../protocol.ts'
import { endpoint } from './endpoint.ts'

const Desk = Type.Object({
  screenPop: Type.Union([Type.String(), Type.Null()], { description: 'Address of the customer\'s page in another system, with {placeholders}; null: none' }),
  browserSpeech: Type.Boolean({ description: 'Whether the speech recognition of the browser may be used' }),
})

/** What the agent's page offers beside the call. */
export function deskRoutes(app: FastifyInstance, { screenPop, browserSpeech }: IntegrationConfig): void {
  endpoint(app, { method: 'GET', url: '/api/desk', access: 'calls:handle', summary: 'What the agent\'s page offers beside the call.', answer: Desk }, (): Static<typeof Desk> & DeskView => ({ screenPop, browserSpeech }))
}
