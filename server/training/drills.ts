import type { FastifyInstance } from 'fastify'
import { findFlow } from '../../flows/index.ts'
import type { Clock } from '../clock.ts'
import type { Library } from '../library/library.ts'
import type { LiveEngine } from '../live/ports.ts'
import { drillRoutes } from '../routes/drills.ts'
import type { Store } from '../store/store.ts'
import type { CallerLines } from './caller-lines.ts'
import { DrillDesk } from './drill-desk.ts'
import { branchesOf } from './drill-plan.ts'
import { drillStore } from './drill-store.ts'
import { practised } from './spaced-repetition.ts'

export interface DrillParts {
  readonly store: Store
  readonly engine: () => LiveEngine
  readonly library: () => Library
  readonly lines: CallerLines
  readonly brand: string
  readonly clock: Clock
}
/** Practice: the system plays the caller. */
export interface Drills {
  readonly routes: (app: FastifyInstance) => void
}

export function drills({ store, engine, library, lines, brand, clock }: DrillParts): Drills {
  const kept = drillStore(store.database)
  const desk = new DrillDesk({
    engine,
    lines,
    brand,
    journal: store.journal,
    now: clock.now,
    store: kept,
    openings: (scenario) => library().scenarios.get(scenario)?.openings ?? [],
    wordings: { get reactions() { return library().reactions }, get flowReactions() { return library().flowReactions } },
    wanted: async (person, scenario) => {
      const flow = findFlow(scenario)
      const passed = new Set((await kept.passedBranches(person)).filter((each) => each.scenario === scenario).map(({ branch }) => branch))
      return flow ? branchesOf(flow).map(({ id }) => id).filter((id) => !passed.has(id)) : []
    },
    ended: async ({ person, scenario }, passed, total) => {
      await practised(store.database, person, scenario, passed, total, clock.now())
    },
  })
  return { routes: (app) => drillRoutes(app, desk) }
}
