import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import type { SampleCall } from '../protocol.ts'
import { durationMs, type Sample } from '../samples/sample-file.ts'
import type { SamplePlayer } from '../samples/sample-player.ts'

/** Sample calls for a newcomer to watch. */
export function sampleRoutes(app: FastifyInstance, samples: readonly Sample[], player: SamplePlayer): void {
  app.get('/api/samples', async (): Promise<readonly SampleCall[]> =>
    samples.map((sample) => {
      const { id, title, description, scenario, outcome } = sample
      return { id, title, description, scenario, outcome, durationMs: durationMs(sample) }
    }),
  )
  app.post<{ Params: { id: string } }>('/api/samples/:id/play', async (request, reply): Promise<{ readonly callId: string }> => {
    const sample = samples.find(({ id }) => id === request.params.id)
    if (!sample) throw new SunlineError('not found', `there is no sample call "${request.params.id.slice(0, 64)}"`, 'id')
    void reply.code(201)
    return { callId: await player.play(sample) }
  })
}
