import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { coverage } from '../library/coverage.ts'
import type { Library } from '../library/library.ts'
import { ruleCounts } from '../library/rule-counts.ts'
import type { CoverageView, RulesView, ScenarioPage } from '../protocol.ts'
import type { CallTally } from '../store/call-tally.ts'
import type { RuleVerdicts } from '../store/finding-queries.ts'
import { endpoint } from './endpoint.ts'

const ScenarioParams = Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Expected lower-case letters, digits and hyphens' }) })

/** The scripts library as people read it. */
export function libraryRoutes(app: FastifyInstance, scenarioPage: (id: string) => ScenarioPage | null): void {
  endpoint(
    app,
    { method: 'GET', url: '/api/library/scenarios/:id', access: 'library:read', summary: 'One scenario with its steps and words.', params: ScenarioParams },
    ({ params: { id } }): ScenarioPage => {
      const page = scenarioPage(id)
      if (page === null) throw new SunlineError('not found', `the library has no scenario "${id}"`, 'id')
      return page
    },
  )
}

/** How the stored calls used the library: for reviews, worked out anew at each request. */
export function libraryUseRoutes(app: FastifyInstance, library: () => Library, tally: CallTally, verdicts: () => Promise<readonly RuleVerdicts[]>): void {
  endpoint(
    app,
    { method: 'GET', url: '/api/library/coverage', access: 'library:use', summary: 'How far the stored calls went through the library.' },
    async (): Promise<CoverageView> => {
      const { calls, moves } = await tally.moves()
      return coverage(library(), calls, moves)
    },
  )
  endpoint(
    app,
    { method: 'GET', url: '/api/library/rules', access: 'library:use', summary: 'The wording rules and what became of their warnings.' },
    async (): Promise<RulesView> => {
      const { calls, rules } = await tally.rules()
      return { calls, rules: ruleCounts(library(), rules, await tally.interims(), await verdicts()) }
    },
  )
}
