import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import type { ScenarioPage } from '../protocol.ts'
import { validator } from '../validation.ts'

const readParams = validator(Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Expected lower-case letters, digits and hyphens' }) }))

/** The scripts library as people read it. */
export function libraryRoutes(app: FastifyInstance, scenarioPage: (id: string) => ScenarioPage | null): void {
  app.get('/api/library/scenarios/:id', async (request): Promise<ScenarioPage> => {
    const { id } = readParams(request.params)
    const page = scenarioPage(id)
    if (page === null) throw new SunlineError('not found', `the library has no scenario "${id}"`, 'id')
    return page
  })
}
