import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { QualityFilter, SavedView } from '../protocol.ts'
import type { Database } from '../store/database.ts'

/** Filters that one person kept; a shared one is everybody's to use and its owner's to change. */
const page = 'findings'

export async function savedViews(database: Database, person: Person): Promise<readonly SavedView[]> {
  const rows = await database
    .selectFrom('saved_views')
    .selectAll()
    .where('page', '=', page)
    .where((is) => is.or([is('owner_id', '=', person.id), is('shared', '=', 1)]))
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, filter, shared, owner_id }) => ({ id, name, filter: JSON.parse(filter) as QualityFilter, shared: shared === 1, mine: owner_id === person.id }))
}

/** Keeps a filter under a name; the same name again replaces it. */
export async function saveView(database: Database, person: Person, { name, filter, shared }: { readonly name: string; readonly filter: QualityFilter; readonly shared: boolean }, now: number): Promise<void> {
  const row = { filter: JSON.stringify(filter), shared: shared ? 1 : 0 }
  await database
    .insertInto('saved_views')
    .values({ id: randomUUID(), owner_id: person.id, page, name, created_at: now, ...row })
    .onConflict((on) => on.columns(['owner_id', 'page', 'name']).doUpdateSet(row))
    .execute()
}

/** Throws SunlineError 'not found' when the person has no such view. */
export async function removeView(database: Database, person: Person, id: string): Promise<void> {
  const { numDeletedRows } = await database.deleteFrom('saved_views').where('id', '=', id).where('owner_id', '=', person.id).executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new SunlineError('not found', 'you have no such view; it may have been removed already', 'id')
}
