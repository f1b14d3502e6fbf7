import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { coverage } from '../library/coverage.ts'
import type { Library } from '../library/library.ts'
import { ruleCounts } from '../library/rule-counts.ts'
import type { CoverageView, RulesView, ScenarioPage } from '../protocol.ts'
import type { CallTally } from '../store/call-tally.ts'
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

/** How the stored calls used the library: for reviews, worked out anew at each request. */
export function libraryUseRoutes(app: FastifyInstance, library: () => Library, tally: CallTally): void {
  app.get('/api/library/coverage', async (): Promise<CoverageView> => {
    const { calls, moves } = await tally.moves()
    return coverage(library(), calls, moves)
  })
  app.get('/api/library/rules', async (): Promise<RulesView> => {
    const { calls, rules } = await tally.rules()
    return { calls, rules: ruleCounts(library(), rules) }
  })
}
