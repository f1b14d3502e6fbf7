import type { Database } from '../store/database.ts'
import type { SessionRow, SignInMethod } from '../store/people-tables.ts'
import type { Person } from './actor.ts'
import { personFrom } from './people.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** A person's sign-in. `sessionId` is the hash of the cookie's secret: it names the session and opens nothing. */
export interface SignedIn {
  readonly person: Person
  readonly sessionId: string
}
export interface SessionStart {
  readonly personId: string
  readonly method: SignInMethod
  readonly address: string
  /** The `user-agent` header. */
  readonly browser: string
}
export interface Sessions {
  /** Begins a session; resolves to the secret for the cookie. */
  readonly begin: (start: SessionStart) => Promise<string>
  /** Who is signed in by this secret, if the session goes on; it counts as used now. */
  readonly find: (secret: string) => Promise<SignedIn | null>
  /** Those of these sessions that go on. */
  readonly living: (ids: readonly string[]) => Promise<ReadonlySet<string>>
  readonly used: (id: string) => Promise<void>
  /** The same for many at once, e.g. those that follow a call. */
  readonly allUsed: (ids: readonly string[]) => Promise<void>
  readonly ofPerson: (personId: string) => Promise<readonly SessionRow[]>
  /** How many sessions each person has. */
  readonly countByPerson: () => Promise<ReadonlyMap<string, number>>
  readonly end: (id: string) => Promise<void>
  /** Ends all sessions of a person, but for the one given. */
  readonly endAll: (personId: string, except?: string) => Promise<void>
  /** Lets go of what has run out. */
  readonly sweep: () => Promise<void>
  /** Called with the ids of sessions that were ended before their time. */
  readonly onEnded: (heard: (ids: readonly string[]) => void) => void
}
export interface SessionTimes {
  /** ms without a request after which a session is over. */
  readonly idleMs: number
  /** ms after which a session is over in any case. */
  readonly longestMs: number
}
/** The time of the last use is written at most so often, ms. */
const usedEveryMs = 60_000
const longestBrowser = 200

export function sessions(database: Database, now: () => number, { idleMs, longestMs }: SessionTimes): Sessions {
  const listeners: ((ids: readonly string[]) => void)[] = []
  const remove = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return
    await database.deleteFrom('sessions').where('id', 'in', ids).execute()
    for (const heard of listeners) heard(ids)
  }
  const going = () => database.selectFrom('sessions').where('expires_at', '>', now()).where('seen_at', '>', now() - idleMs)
  const written = new Map<string, number>()
  const used = async (id: string): Promise<void> => {
    const at = now()
    if ((written.get(id) ?? 0) > at - usedEveryMs) return
    written.set(id, at)
    await database.updateTable('sessions').set({ seen_at: at }).where('id', '=', id).execute()
  }
  return {
    begin: async ({ personId, method, address, browser }) => {
      const secret = newSecret()
      const at = now()
      const row: SessionRow = { id: hashSecret(secret), person: personId, method, address, browser: browser.slice(0, longestBrowser), created_at: at, seen_at: at, expires_at: at + longestMs }
      await database.insertInto('sessions').values(row).execute()
      await database.updateTable('people').set({ signed_in_at: at }).where('id', '=', personId).execute()
      return secret
    },
    find: async (secret) => {
      const row = await going()
        .innerJoin('people', 'people.id', 'sessions.person')
        .selectAll('people')
        .select('sessions.id as sessionId')
        .where('sessions.id', '=', hashSecret(secret))
        .where('people.status', '=', 'active')
        .executeTakeFirst()
      if (!row) return null
      const { sessionId, ...person } = row
      await used(sessionId)
      return { person: personFrom(person), sessionId }
    },
    living: async (ids) => {
      if (ids.length === 0) return new Set()
      const rows = await going().select('id').where('id', 'in', ids).execute()
      return new Set(rows.map(({ id }) => id))
    },
    used,
    allUsed: async (ids) => {
      if (ids.length > 0) await database.updateTable('sessions').set({ seen_at: now() }).where('id', 'in', ids).execute()
    },
    ofPerson: (personId) => going().selectAll().where('person', '=', personId).orderBy('seen_at', 'desc').execute(),
    countByPerson: async () => {
      const rows = await going().select(({ fn }) => ['person', fn.countAll<number>().as('count')]).groupBy('person').execute()
      return new Map(rows.map(({ person, count }) => [person, Number(count)]))
    },
    end: (id) => remove([id]),
    endAll: async (personId, except) => {
      const rows = await database.selectFrom('sessions').select('id').where('person', '=', personId).execute()
      await remove(rows.map(({ id }) => id).filter((id) => id !== except))
    },
    sweep: async () => {
      for (const [id, at] of written) if (at < now() - usedEveryMs) written.delete(id)
      await database.deleteFrom('sessions').where((is) => is.or([is('expires_at', '<=', now()), is('seen_at', '<=', now() - idleMs)])).execute()
    },
    onEnded: (heard) => void listeners.push(heard),
  }
}
