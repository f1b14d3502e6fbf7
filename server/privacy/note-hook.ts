import type { FastifyInstance } from 'fastify'
import { masked } from './masked-entries.ts'

/** Where people write about calls: comments, judgements, evaluations, disputes. Transcripts from outside are masked by the journal. */
const writing = /^\/api\/(?:quality|my|training\/(?:calls|comments|playlists))\//u

/** Masks what people write about calls before any route has it. */
export function maskNotes(app: FastifyInstance): void {
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.method !== 'GET' && writing.test(request.routeOptions.url ?? '')) request.body = masked(request.body)
    done()
  })
}
