import { families } from '../../flows/families.ts'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { people as peopleOf, rolesOf } from '../identity/people.ts'
import type { Library } from '../library/library.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { Label, ProgressView, ScenarioProgress, TraineeProgress, TraineeProgressView } from '../protocol.ts'
import { namesOf } from '../quality/names.ts'
import type { Database } from '../store/database.ts'
import type { PersonRow } from '../store/people-tables.ts'
import { drillSummary } from './drill-pages.ts'
import { drillStore } from './drill-store.ts'
import { faultsOverTime } from './fault-weeks.ts'
import { progressStore } from './progress-store.ts'
import { scenarioBranches } from './scenario-branches.ts'
import { progressTables } from './trainee-progress.ts'

export interface ProgressTools {
  readonly database: Database
  readonly library: () => Library
  readonly engine: () => LiveEngine
  /** ms since the epoch. */
  readonly now: () => number
}
/** How far trainees have come. `zone`: minutes ahead of UTC, for weeks. */
export interface Progress {
  /** Trainees of a team, or of all teams. Throws SunlineError 'forbidden' for a team that this person may not see. */
  readonly team: (viewer: Person, team: string | null, zone: number) => Promise<ProgressView>
  /** One trainee. Throws SunlineError 'not found' and 'forbidden'. */
  readonly trainee: (viewer: Person, person: string, zone: number) => Promise<TraineeProgressView>
  /** What a person sees of the own progress. Throws SunlineError 'not found' when the account is gone. */
  readonly own: (person: Person, zone: number) => Promise<TraineeProgressView>
}

const byName = new Intl.Collator('zh')
const drillsListed = 30
/** People whose figures are reckoned without a pause. */
const atOnce = 10
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** The one team that a person is held to; null: all. Throws SunlineError 'forbidden' for a supervisor without a team. */
function heldTo({ roles, team }: Person): string | null {
  if (roles.includes('trainer')) return null
  if (team === null) throw new SunlineError('forbidden', 'you have no team yet; an administrator can put you in one')
  return team
}
const elsewhere = (): SunlineError => new SunlineError('forbidden', 'this is another team; a supervisor sees the own team', 'team')

export function progressOf({ database, library, engine, now }: ProgressTools): Progress {
  const category = async (): Promise<(id: string) => Label> => (await namesOf(database, library())).category
  const known = peopleOf(database)

  /** Team by team, a few people at a time, so that a look at 2,000 people does not hold up the calls on the line. */
  async function trainees(members: readonly PersonRow[]): Promise<readonly TraineeProgress[]> {
    const teams = await known.teams()
    const found: TraineeProgress[] = []
    for (const team of new Set(members.map((person) => person.team))) {
      const tables = await progressTables(progressStore(database, { team }), engine().flows, now())
      const own = members.filter((person) => person.team === team)
      for (const [at, person] of own.entries()) {
        if (at % atOnce === 0) await nextTurn()
        found.push(tables.trainee(person, teams.find(({ id }) => id === team) ?? null))
      }
    }
    return found
  }

  async function mustFind(id: string): Promise<PersonRow> {
    const person = await known.byId(id)
    if (!person) throw new SunlineError('not found', `there is nobody with the id "${id}"`, 'person')
    return person
  }

  async function of(person: PersonRow, zone: number): Promise<TraineeProgressView> {
    const store = progressStore(database, { person: person.id })
    const tables = await progressTables(store, engine().flows, now())
    const trainee = tables.trainee(person, (await known.teams()).find((team) => team.id === person.team) ?? null)
    const current = engine()
    const scenarios = Object.entries(current.flows.scenarios).flatMap(([family, flows]) =>
      flows.map(({ definition: { id: scenario } }): ScenarioProgress => ({
        scenario,
        title: current.flowInfo(scenario)?.title ?? { zh: scenario, en: scenario },
        familyLabel: families[family as keyof typeof families],
        branches: scenarioBranches(current.flows, scenario).length,
        ...tables.scenario(person.id, scenario),
      })),
    )
    const drills = (await drillStore(database).of(person.id, drillsListed)).map((row) => drillSummary(row, current))
    return { trainee, scenarios, drills, faults: await faultsOverTime(store, await category(), now(), zone) }
  }

  return {
    team: async (viewer, asked, zone) => {
      const held = heldTo(viewer)
      if (held !== null && asked !== null && asked !== held) throw elsewhere()
      const team = held ?? asked
      const members = (await known.all()).filter((row) => row.status === 'active' && rolesOf(row).includes('agent') && (team === null || row.team === team))
      return {
        team,
        teams: (await known.teams()).filter(({ id }) => held === null || id === held),
        trainees: (await trainees(members)).toSorted((a, b) => a.readiness - b.readiness || byName.compare(a.person.name, b.person.name)),
        faults: await faultsOverTime(progressStore(database, team === null ? {} : { team }), await category(), now(), zone),
      }
    },
    trainee: async (viewer, id, zone) => {
      const held = heldTo(viewer)
      const person = await mustFind(id)
      if (held !== null && person.team !== held) throw elsewhere()
      return of(person, zone)
    },
    own: async ({ id }, zone) => of(await mustFind(id), zone),
  }
}
