import { SunlineError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { Person } from './actor.ts'
import { people } from './people.ts'
import type { Role } from './permissions.ts'

/** Who works in the demo, in the order in which they are offered. The agent's name and number are configured. */
export const demoAgentId = 'demo-agent'
const teams = [
  { id: 'demo-team-1', name: '售后一组' },
  { id: 'demo-team-2', name: '售后二组' },
] as const
const [first, second] = teams

export function demoPeople({ agentName, agentNumber }: { readonly agentName: string; readonly agentNumber: string }): readonly Person[] {
  const person = (id: string, name: string, number: string, role: Role, team: string | null): Person => ({ kind: 'person', id, login: id, name, number, roles: [role], team })
  return [
    person(demoAgentId, agentName, agentNumber, 'agent', first.id),
    person('demo-supervisor', '王芳', '2001', 'supervisor', first.id),
    person('demo-trainer', '陈静', '3001', 'trainer', null),
    person('demo-qa-lead', '刘洋', '4001', 'qa-lead', null),
    person('demo-administrator', '赵磊', '5001', 'administrator', null),
    person('demo-agent-2', '张伟', '1002', 'agent', second.id),
    person('demo-qa-lead-2', '孙丽', '4002', 'qa-lead', null),
  ]
}

/**
 * Puts the people of the demo into the database. Resolves to null: nobody has to be made administrator. Throws SunlineError 'unavailable' when real people are there already:
 * their calls are not for everyone who sits at this machine.
 */
export async function openDemo(database: Database, persons: readonly Person[], now: number): Promise<null> {
  const real = await database.selectFrom('people').select('login').where('demo', '=', 0).executeTakeFirst()
  if (real) throw new SunlineError('unavailable', 'this database has accounts; start with SUNLINE_ACCOUNTS=on, or give another DATABASE_URL for the demo')
  const store = people(database)
  for (const team of teams) await evenAtOnce(() => store.putTeam(team))
  for (const { id, login, name, number, roles, team } of persons) {
    const values = { name, number, roles: JSON.stringify(roles), team, status: 'active' as const }
    const row = { ...values, id, login, password_hash: null, password_at: null, subject: null, demo: 1 as const, created_at: now, signed_in_at: null }
    await evenAtOnce(() => database.insertInto('people').values(row).onConflict((on) => on.column('id').doUpdateSet(values)).execute())
  }
  return null
}

/** Several nodes may start at once: of a row that another one is inserting, PostgreSQL may see the name first, which the statement does not provide for; the second time it sees the id. */
const evenAtOnce = (put: () => Promise<unknown>): Promise<unknown> => put().catch(put)

/** Shuts the people of the demo out of a server with accounts. */
export async function closeDemo(database: Database): Promise<void> {
  const demo = database.selectFrom('people').select('id').where('demo', '=', 1)
  await database.deleteFrom('sessions').where('person', 'in', demo).execute()
  await database.updateTable('people').set({ status: 'disabled', number: '' }).where('demo', '=', 1).execute()
}
