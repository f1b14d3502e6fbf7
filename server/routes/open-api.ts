import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { endpoint } from './endpoint.ts'

const Failure = {
  description: 'What went wrong, and what to do about it',
  type: 'object',
  required: ['ok', 'error', 'message', 'field'],
  properties: { ok: { type: 'boolean', enum: [false] }, error: { type: 'string' }, message: { type: 'string' }, field: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
}

/**
 * Describes every route under `/api/` in an OpenAPI document, from the schemas that check their requests. To be called before the first route.
 * The plugin is called, not registered: what is registered begins to look only when the routes are there already.
 */
export function describeRoutes(app: FastifyInstance): void {
  swagger(
    app,
    {
      openapi: {
        openapi: '3.1.0',
        info: { title: 'Sunline', version: '1', description: 'Calls, transcripts and everything the pages use. Times are milliseconds since the epoch unless said; failures carry a code, a sentence and the field at fault.' },
        components: {
          securitySchemes: {
            apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, for programs' },
            session: { type: 'apiKey', in: 'cookie', name: 'sunline-session', description: 'The session of somebody who is signed in; __Host-sunline over TLS' },
          },
        },
      },
      transform: ({ schema, url, route }) => {
        const access = route.config?.access ?? 'public'
        const answers = schema?.['response'] as Readonly<Record<string, unknown>> | undefined
        return {
          url,
          schema: {
            ...schema,
            hide: !url.startsWith('/api/'),
            tags: [url.split('/')[2] ?? ''],
            description: access === 'public' ? 'Open to everyone.' : `Needs: ${access}.`,
            security: access === 'public' ? [] : [{ apiKey: [] }, { session: [] }],
            response: { 200: { description: 'Done' }, ...answers, '4xx': Failure, '5xx': Failure },
          },
        }
      },
    },
    () => undefined,
  )
}

/** The document itself. */
export function openApiRoutes(app: FastifyInstance): void {
  endpoint(app, { method: 'GET', url: '/api/openapi.json', access: 'public', summary: 'This document.' }, () => app.swagger())
}
