import type { Database } from '../store/database.ts'
import type { Program } from './actor.ts'
import { type KeyScope, keyScopes } from './permissions.ts'
import { hashSecret } from './secrets.ts'

/** Finds the programs behind API keys. */
export interface ApiKeys {
  /** The program of a key that is neither revoked nor run out; null otherwise. */
  readonly find: (key: string) => Promise<Program | null>
  /** Forgets what is remembered of keys: one was revoked. */
  readonly forget: () => void
}
/** A key is looked up at most so often, ms: transcripts arrive many times a second, and a revoked key may speak so much longer on other nodes. */
const rememberedMs = 5_000
const mostRemembered = 1_000

const isScope = (value: unknown): value is KeyScope => keyScopes.some((scope) => scope === value)

export const scopesOf = ({ scopes }: { readonly scopes: string }): readonly KeyScope[] => (JSON.parse(scopes) as readonly unknown[]).filter(isScope)

/** `own`: the secret by which this process calls its own routes. */
export function apiKeys(database: Database, now: () => number, own: string): ApiKeys {
  const remembered = new Map<string, { readonly program: Program | null; readonly until: number }>()
  const ownHash = hashSecret(own)
  const server: Program = { kind: 'program', id: 'server', name: 'this server', scopes: keyScopes }
  const look = async (hash: string): Promise<Program | null> => {
    const at = now()
    const row = await database
      .selectFrom('api_keys')
      .selectAll()
      .where('key_hash', '=', hash)
      .where('revoked_at', 'is', null)
      .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', at)]))
      .executeTakeFirst()
    if (!row) return null
    await database.updateTable('api_keys').set({ used_at: at }).where('id', '=', row.id).execute()
    return { kind: 'program', id: row.id, name: row.name, scopes: scopesOf(row) }
  }
  return {
    find: async (key) => {
      const hash = hashSecret(key)
      if (hash === ownHash) return server
      const known = remembered.get(hash)
      if (known && known.until > now()) return known.program
      const program = await look(hash)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(hash, { program, until: now() + rememberedMs })
      return program
    },
    forget: () => remembered.clear(),
  }
}
