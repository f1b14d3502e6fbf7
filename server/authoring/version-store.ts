import { SunlineError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { PublicationRow } from '../store/library-tables.ts'
import { byPath, type LibraryFile, textHash, versionOf } from './version-files.ts'

/** Every version of the words that was published or drafted, and which one is in use. */
export interface VersionStore {
  /** Keeps a version; nothing happens when it is kept already. Resolves to its name. */
  readonly keep: (files: readonly LibraryFile[], now: number) => Promise<string>
  /** Throws SunlineError 'not found'. */
  readonly files: (version: string) => Promise<readonly LibraryFile[]>
  readonly knows: (version: string) => Promise<boolean>
  /** Whether some version holds a file in this folder of the library. */
  readonly knowsFolder: (folder: string) => Promise<boolean>
  readonly publish: (row: PublicationRow) => Promise<void>
  /** Takes back a publication that has not begun. Throws SunlineError 'conflict' when it has. */
  readonly cancel: (id: string, now: number) => Promise<void>
  /** The publication in use at `now`, or null when nothing was ever published. */
  readonly current: (now: number) => Promise<PublicationRow | null>
  /** When the next publication begins, ms since the epoch, or null. */
  readonly nextAt: (now: number) => Promise<number | null>
  /** All publications, newest first, those taken back among them. */
  readonly history: () => Promise<readonly PublicationRow[]>
}

/** Rows of one insert: SQLite takes at most 32,766 bound values. */
const rowsPerInsert = 500
/** Versions whose files are kept in memory: they never change, and a draft asks for its base again and again. */
const mostRemembered = 3

export function versionStore(database: Database): VersionStore {
  const remembered = new Map<string, readonly LibraryFile[]>()
  return {
    keep: async (given, now) => {
      const files = byPath(given)
      const version = versionOf(files)
      await database.transaction().execute(async (transaction) => {
        const added = await transaction.insertInto('library_versions').values({ version, created_at: now }).onConflict((on) => on.doNothing()).executeTakeFirst()
        if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return
        for (let from = 0; from < files.length; from += rowsPerInsert) {
          const some = files.slice(from, from + rowsPerInsert).map(({ path, text }) => ({ path, text, hash: textHash(text) }))
          await transaction.insertInto('library_texts').values(some.map(({ hash, text }) => ({ hash, text }))).onConflict((on) => on.doNothing()).execute()
          await transaction.insertInto('library_files').values(some.map(({ path, hash }) => ({ version, path, hash }))).execute()
        }
      })
      return version
    },
    files: async (version) => {
      const known = remembered.get(version)
      if (known) return known
      const files = await database
        .selectFrom('library_files')
        .innerJoin('library_texts', 'library_texts.hash', 'library_files.hash')
        .select(['library_files.path', 'library_texts.text'])
        .where('library_files.version', '=', version)
        .execute()
      if (files.length === 0) throw new SunlineError('not found', `there is no version "${version}" of the script library`, 'version', `话术库没有“${version}”这一版`)
      const ordered = byPath(files)
      const [oldest] = remembered.keys()
      if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
      remembered.set(version, ordered)
      return ordered
    },
    knows: async (version) => (await database.selectFrom('library_versions').select('version').where('version', '=', version).executeTakeFirst()) !== undefined,
    knowsFolder: async (folder) => (await database.selectFrom('library_files').select('path').where('path', 'like', `${folder}/%`).limit(1).executeTakeFirst()) !== undefined,
    publish: async (row) => {
      // Of two that begin in the same ms, the one that was published later counts.
      const { last } = await database.selectFrom('publications').select(({ fn }) => fn.max<number | null>('created_at').as('last')).where('effective_at', '=', row.effective_at).executeTakeFirstOrThrow()
      await database.insertInto('publications').values({ ...row, created_at: last === null ? row.created_at : Math.max(row.created_at, last + 1) }).execute()
    },
    cancel: async (id, now) => {
      const { numUpdatedRows } = await database.updateTable('publications').set({ cancelled_at: now }).where('id', '=', id).where('effective_at', '>', now).where('cancelled_at', 'is', null).executeTakeFirst()
      if (Number(numUpdatedRows) === 0) throw new SunlineError('conflict', 'only a publication that has not begun can be taken back; publish an earlier version instead', 'id', '已经开始用了，取消不了；可以退回以前的一版')
    },
    current: async (now) =>
      (await database.selectFrom('publications').selectAll().where('effective_at', '<=', now).where('cancelled_at', 'is', null).orderBy('effective_at', 'desc').orderBy('created_at', 'desc').limit(1).executeTakeFirst()) ?? null,
    nextAt: async (now) =>
      (await database.selectFrom('publications').select('effective_at').where('effective_at', '>', now).where('cancelled_at', 'is', null).orderBy('effective_at').limit(1).executeTakeFirst())?.effective_at ?? null,
    history: () => database.selectFrom('publications').selectAll().orderBy('effective_at', 'desc').orderBy('created_at', 'desc').limit(500).execute(),
  }
}
