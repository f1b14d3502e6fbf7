import { SunlineError } from '../errors.ts'
import type { OwnedCall } from '../identity/ownership.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { journalEntry } from '../live/journal-rows.ts'
import { callStore } from '../store/call-store.ts'
import type { Database } from '../store/database.ts'
import type { DrillRow } from '../store/training-tables.ts'
import type { DrillScore } from './drill-score.ts'

/** Drills as the database keeps them. */
export interface DrillStore {
  readonly begun: (row: DrillRow) => Promise<void>
  readonly hinted: (id: string, hints: number) => Promise<void>
  readonly ended: (id: string, at: number, score: DrillScore) => Promise<void>
  /** Throws SunlineError 'not found'. */
  readonly find: (id: string) => Promise<DrillRow>
  /** Whose a drill is. */
  readonly owner: (id: string) => Promise<OwnedCall>
  /** A person's drills, newest first. */
  readonly of: (person: string, limit: number) => Promise<readonly DrillRow[]>
  /** Branches of each scenario that a person has passed. */
  readonly passedBranches: (person: string) => Promise<readonly { readonly scenario: string; readonly branch: string | null }[]>
  /** When a person last passed each branch of a scenario, ms since the epoch. */
  readonly passedAt: (person: string, scenario: string) => Promise<ReadonlyMap<string, number>>
  readonly journal: (id: string) => Promise<readonly JournalEntry[]>
}

export function drillStore(database: Database): DrillStore {
  return {
    begun: async (row) => {
      await database.insertInto('drills').values(row).execute()
    },
    hinted: async (id, hints) => {
      await database.updateTable('drills').set({ hints }).where('id', '=', id).execute()
    },
    ended: async (id, at, score) => {
      const { total, passed } = score
      await database.updateTable('drills').set({ ended_at: at, total, passed: passed ? 1 : 0, score: JSON.stringify(score) }).where('id', '=', id).where('ended_at', 'is', null).execute()
    },
    find: async (id) => {
      const row = await database.selectFrom('drills').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw new SunlineError('not found', `there is no drill "${id}"`, 'id')
      return row
    },
    owner: async (id) => {
      const call = await database.selectFrom('calls').select(['agent_id', 'team']).where('id', '=', id).executeTakeFirst()
      return { agentId: call?.agent_id ?? null, team: call?.team ?? null }
    },
    of: (person, limit) => database.selectFrom('drills').selectAll().where('person', '=', person).orderBy('started_at', 'desc').limit(limit).execute(),
    passedBranches: (person) => database.selectFrom('drills').select(['scenario', 'branch']).distinct().where('person', '=', person).where('passed', '=', 1).execute(),
    passedAt: async (person, scenario) => {
      const rows = await database.selectFrom('drills').select(({ fn }) => ['branch', fn.max('ended_at').as('at')]).where('person', '=', person).where('scenario', '=', scenario).where('passed', '=', 1).groupBy('branch').execute()
      return new Map(rows.flatMap(({ branch, at }) => (branch === null || at === null ? [] : [[branch, at] as const])))
    },
    journal: async (id) => (await callStore(database).journal(id)).map(journalEntry),
  }
}
