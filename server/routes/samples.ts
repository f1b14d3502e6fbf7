import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { personOf } from '../identity/actor.ts'
import type { SampleCall } from '../protocol.ts'
import { durationMs, type Sample } from '../samples/sample-file.ts'
import type { SamplePlayer } from '../samples/sample-player.ts'
import { endpoint } from './endpoint.ts'

const SampleParams = Type.Object({ id: Type.String({ maxLength: 64, description: 'Expected the id of a sample call' }) })

/** Sample calls for a newcomer to watch. */
export function sampleRoutes(app: FastifyInstance, samples: readonly Sample[], player: SamplePlayer): void {
  endpoint(app, { method: 'GET', url: '/api/samples', access: 'samples:play', summary: 'The sample calls.' }, (): readonly SampleCall[] =>
    samples.map((sample) => {
      const { id, title, description, scenario, outcome } = sample
      return { id, title, description, scenario, outcome, durationMs: durationMs(sample) }
    }),
  )
  endpoint(
    app,
    { method: 'POST', url: '/api/samples/:id/play', access: 'samples:play', summary: 'Play a sample call through the live ingest.', params: SampleParams },
    async ({ params, actor, reply }): Promise<{ readonly callId: string }> => {
      const sample = samples.find(({ id }) => id === params.id)
      if (!sample) throw new SunlineError('not found', `there is no sample call "${params.id}"`, 'id')
      void reply.code(201)
      return { callId: await player.play(sample, personOf(actor)) }
    },
  )
}
