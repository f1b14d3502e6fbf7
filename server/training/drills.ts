import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Library } from '../library/library.ts'
import type { LiveEngine } from '../live/ports.ts'
import { courseRoutes } from '../routes/courses.ts'
import { drillRoutes } from '../routes/drills.ts'
import { progressRoutes } from '../routes/progress.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { Store } from '../store/store.ts'
import { wishedBranches } from './branch-wishes.ts'
import type { CallerLines } from './caller-lines.ts'
import { CourseDesk } from './course-desk.ts'
import { DrillDesk } from './drill-desk.ts'
import { drillStore } from './drill-store.ts'
import { liveExperience } from './live-experience.ts'
import { progressOf } from './progress.ts'
import { scenarioBranches, searchBranchesAhead } from './scenario-branches.ts'
import { practised } from './spaced-repetition.ts'

export interface DrillParts {
  readonly store: Pick<Store, 'database' | 'analysis'>
  readonly journal: JournalWriter
  readonly engine: () => LiveEngine
  readonly library: () => Library
  readonly lines: CallerLines
  readonly brand: string
  readonly clock: Clock
}
/** Practice: the system plays the caller; courses of it, and how far trainees have come. */
export interface Drills {
  readonly routes: (app: FastifyInstance) => void
}

export function drills({ store, journal, engine, library, lines, brand, clock }: DrillParts): Drills {
  const kept = drillStore(store.database)
  const title = (scenario: string) => engine().flowInfo(scenario)?.title ?? { zh: scenario, en: scenario }
  const courses = new CourseDesk({ database: store.database, title, flows: () => engine().flows, now: clock.now })
  const progress = progressOf({ database: store.analysis, library, engine, now: clock.now })
  searchBranchesAhead(engine().flows)
  const desk = new DrillDesk({
    engine,
    lines,
    brand,
    journal,
    now: clock.now,
    store: kept,
    openings: (scenario) => library().scenarios.get(scenario)?.openings ?? [],
    wordings: { get reactions() { return library().reactions }, get flowReactions() { return library().flowReactions } },
    wanted: async (person, scenario) => {
      const experience = await liveExperience(store.analysis, engine(), person, scenario)
      return wishedBranches(scenarioBranches(engine().flows, scenario), { ...experience, passedAt: await kept.passedAt(person, scenario) })
    },
    asked: (person, assignment, scenario) => courses.asked(person, assignment, scenario),
    courseMark: (assignment, scenario) => courses.mark(assignment, scenario),
    ended: async ({ person, scenario, mode }, passed, total) => {
      // Reading the sentence aloud says nothing of how well it is remembered.
      if (mode !== 'study') await practised(store.database, person, scenario, passed, total, clock.now())
    },
  })
  return {
    routes: (app) => {
      drillRoutes(app, desk)
      courseRoutes(app, courses)
      progressRoutes(app, progress)
    },
  }
}
