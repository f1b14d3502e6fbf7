import type { Database } from '../store/database.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** Links that work once and for a day: to become the first administrator, or to choose a password. */
export interface OneTimeLinks {
  /** A token for a person, or for the first administrator (null); earlier ones for the same stop working. */
  readonly make: (personId: string | null) => Promise<string>
  /** Whom a token is for, if it still works. */
  readonly look: (token: string) => Promise<{ readonly person: string | null } | null>
  /** Uses a token up; false when somebody else was faster. */
  readonly use: (token: string) => Promise<boolean>
  readonly sweep: () => Promise<void>
}
/** ms for which a link works. */
const validMs = 24 * 3_600_000

/** The address of a link. The token stands behind `#`: browsers send it to no server, so that no log keeps it. */
export const linkAddress = (origin: string, token: string): string => `${origin}/welcome#${token}`

export function oneTimeLinks(database: Database, now: () => number): OneTimeLinks {
  return {
    make: async (person) => {
      const token = newSecret()
      const at = now()
      await database.deleteFrom('one_time_links').where('person', person === null ? 'is' : '=', person).execute()
      await database.insertInto('one_time_links').values({ token_hash: hashSecret(token), person, created_at: at, expires_at: at + validMs, used_at: null }).execute()
      return token
    },
    look: async (token) =>
      (await database.selectFrom('one_time_links').select('person').where('token_hash', '=', hashSecret(token)).where('used_at', 'is', null).where('expires_at', '>', now()).executeTakeFirst()) ?? null,
    use: async (token) => {
      const { numUpdatedRows } = await database
        .updateTable('one_time_links')
        .set({ used_at: now() })
        .where('token_hash', '=', hashSecret(token))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now())
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    sweep: async () => void (await database.deleteFrom('one_time_links').where('expires_at', '<', now()).execute()),
  }
}
