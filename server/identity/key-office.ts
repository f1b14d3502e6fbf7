import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { ApiKeyRow } from '../store/people-tables.ts'
import type { Doer } from './administration.ts'
import type { ApiKeys } from './api-keys.ts'
import type { AuditLog } from './audit-log.ts'
import type { KeyScope } from './permissions.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** Makes and revokes API keys. */
export interface KeyOffice {
  readonly all: () => Promise<readonly ApiKeyRow[]>
  /** Resolves to the key itself, which is not kept. `expiresAt`: ms since the epoch, or null for a key that lasts. */
  readonly make: (name: string, scopes: readonly KeyScope[], expiresAt: number | null, by: Doer) => Promise<{ readonly key: string; readonly row: ApiKeyRow }>
  /** Throws SunlineError 'not found'. */
  readonly revoke: (id: string, by: Doer) => Promise<void>
}
/** Keys begin so, which lets scanners of code and logs find one that leaked. */
const prefix = 'sunline_'
const hintLength = prefix.length + 6

export function keyOffice(database: Database, keys: ApiKeys, audit: AuditLog, now: () => number): KeyOffice {
  return {
    all: () => database.selectFrom('api_keys').selectAll().orderBy('created_at', 'desc').execute(),
    make: async (name, scopes, expiresAt, { actor, address }) => {
      if (expiresAt !== null && expiresAt <= now()) throw new SunlineError('invalid payload', 'expiresAt: this time is past', 'expiresAt')
      const key = `${prefix}${newSecret()}`
      const row: ApiKeyRow = {
        id: randomUUID(), name: name.trim(), hint: key.slice(0, hintLength), key_hash: hashSecret(key), scopes: JSON.stringify([...new Set(scopes)]), created_by: actor?.name ?? '',
        created_at: now(), expires_at: expiresAt, used_at: null, revoked_at: null,
      }
      await database.insertInto('api_keys').values(row).execute()
      await audit.note({ actor, action: 'key made', subject: row.id, detail: { name: row.name, scopes }, address })
      return { key, row }
    },
    revoke: async (id, { actor, address }) => {
      const { numUpdatedRows } = await database.updateTable('api_keys').set({ revoked_at: now() }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst()
      if (numUpdatedRows === 0n) throw new SunlineError('not found', 'there is no such key, or it is revoked already', 'id')
      keys.forget()
      await audit.note({ actor, action: 'key revoked', subject: id, address })
    },
  }
}
