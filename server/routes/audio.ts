import type { FastifyInstance } from 'fastify'
import { AudioQuery, audioOrigin } from '../audio/audio-query.ts'
import { endpoint } from './endpoint.ts'

/** The door to the websocket for audio: its rights and its query are checked here. */
export function audioRoutes(app: FastifyInstance): void {
  endpoint(
    app,
    { method: 'GET', url: '/api/audio', access: 'ingest:send', query: AudioQuery, summary: 'Websocket for a call\'s audio: PCM, 16 bit little-endian, 16 kHz, one or two channels.' },
    ({ query }) => ({ speakers: audioOrigin(query).speakers, open: 'as a websocket' }),
  )
}
