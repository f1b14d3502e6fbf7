import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { Database } from '../store/database.ts'
import type { BlastRunRow, DraftReviewRow, DraftRow } from '../store/library-tables.ts'
import { byPath, type LibraryFile, versionOf } from './version-files.ts'
import type { VersionStore } from './version-store.ts'

/** A draft with the whole library as it would be. `version`: of that library. */
export interface DraftedLibrary {
  readonly draft: DraftRow
  readonly version: string
  readonly files: readonly LibraryFile[]
}
/** Changes that are being prepared. */
export interface DraftStore {
  readonly begin: (person: Pick<Person, 'id' | 'name'>, title: string, base: string, now: number) => Promise<DraftRow>
  readonly list: () => Promise<readonly DraftRow[]>
  /** Throws SunlineError 'not found'. */
  readonly find: (id: string) => Promise<DraftRow>
  readonly library: (id: string) => Promise<DraftedLibrary>
  /** Writes or removes (`text` null) a file of an open draft. Throws SunlineError 'conflict' when it is not open any more. */
  readonly write: (id: string, path: string, text: string | null, now: number) => Promise<void>
  /** The same for several files at once. */
  readonly writeAll: (id: string, files: readonly { readonly path: string; readonly text: string | null }[], now: number) => Promise<void>
  /** Lets the draft begin from another version and opens it for changes. Throws SunlineError 'conflict' naming the files that both have changed, or when it is published or given up. */
  readonly rebase: (id: string, base: string, now: number) => Promise<void>
  readonly rename: (id: string, title: string, now: number) => Promise<void>
  readonly setStatus: (id: string, from: readonly DraftRow['status'][], to: DraftRow['status'], now: number) => Promise<void>
  readonly review: (row: Omit<DraftReviewRow, 'id'>) => Promise<void>
  readonly reviews: (id: string) => Promise<readonly DraftReviewRow[]>
  readonly blastRuns: (id: string) => Promise<readonly BlastRunRow[]>
  readonly beginBlast: (row: BlastRunRow) => Promise<void>
  readonly updateBlast: (id: string, changes: Partial<Pick<BlastRunRow, 'status' | 'looked' | 'total' | 'result' | 'fault' | 'ended_at'>>) => Promise<void>
}

/** Where a draft stands, in Chinese. */
export const draftStates: Readonly<Record<DraftRow['status'], string>> = { open: '在改', review: '待批准', approved: '已批准', published: '已发布', discarded: '已放弃' }

const unfinished: readonly DraftRow['status'][] = ['open', 'review', 'approved']

export function draftStore(database: Database, versions: VersionStore): DraftStore {
  const find = async (id: string): Promise<DraftRow> => {
    const row = await database.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new SunlineError('not found', `there is no draft "${id}"`, 'id', '没有这份草稿')
    return row
  }
  const writeAll: DraftStore['writeAll'] = async (id, files, now) => {
    await database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction.updateTable('drafts').set({ updated_at: now }).where('id', '=', id).where('status', '=', 'open').executeTakeFirst()
      if (Number(numUpdatedRows) === 0) throw new SunlineError('conflict', 'this draft is not open for changes; take it back from its review, or begin another', 'id', '这份草稿不在改的状态；先拿回来，或者新开一份')
      for (const { path, text } of files) await transaction.insertInto('draft_files').values({ draft: id, path, text }).onConflict((on) => on.columns(['draft', 'path']).doUpdateSet({ text })).execute()
    })
  }
  return {
    begin: async ({ id: author, name }, title, base, now) => {
      const row: DraftRow = { id: randomUUID(), title, base, status: 'open', author, author_name: name, created_at: now, updated_at: now }
      await database.insertInto('drafts').values(row).execute()
      return row
    },
    list: () => database.selectFrom('drafts').selectAll().where('status', '<>', 'discarded').orderBy('updated_at', 'desc').limit(200).execute(),
    find,
    library: async (id) => {
      const draft = await find(id)
      const changed = await database.selectFrom('draft_files').select(['path', 'text']).where('draft', '=', id).execute()
      const touched = new Set(changed.map(({ path }) => path))
      const kept = (await versions.files(draft.base)).filter(({ path }) => !touched.has(path))
      const files = byPath([...kept, ...changed.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]))])
      return { draft, files, version: versionOf(files) }
    },
    write: (id, path, text, now) => writeAll(id, [{ path, text }], now),
    writeAll,
    rebase: async (id, base, now) => {
      const draft = await find(id)
      const over = (): SunlineError => new SunlineError('conflict', `this draft is ${draft.status}; begin another`, 'id', `这份草稿${draftStates[draft.status]}；请新开一份`)
      if (!unfinished.includes(draft.status)) throw over()
      const [own, before, after] = await Promise.all([database.selectFrom('draft_files').select('path').where('draft', '=', id).execute(), versions.files(draft.base), versions.files(base)])
      const [was, is] = [before, after].map((files) => new Map(files.map(({ path, text }) => [path, text])))
      const both = own.map(({ path }) => path).filter((path) => was?.get(path) !== is?.get(path))
      if (both.length > 0) throw new SunlineError('conflict', `both the draft and the words in use have changed ${both.join(', ')}; copy your change into a new draft`, 'id', `草稿和线上都改了 ${both.join('、')}；把您的改动抄到一份新草稿里`)
      const { numUpdatedRows } = await database.updateTable('drafts').set({ base, status: 'open', updated_at: now }).where('id', '=', id).where('status', 'in', unfinished).executeTakeFirst()
      if (Number(numUpdatedRows) === 0) throw over()
    },
    rename: async (id, title, now) => {
      await database.updateTable('drafts').set({ title, updated_at: now }).where('id', '=', id).execute()
    },
    setStatus: async (id, from, to, now) => {
      const { numUpdatedRows } = await database.updateTable('drafts').set({ status: to, updated_at: now }).where('id', '=', id).where('status', 'in', [...from]).executeTakeFirst()
      if (Number(numUpdatedRows) > 0) return
      const { status } = await find(id)
      throw new SunlineError('conflict', `this draft is ${status}; it must be ${from.join(' or ')} for that`, 'id', `这份草稿${draftStates[status]}；要${from.map((each) => draftStates[each]).join('或')}才能这样做`)
    },
    review: async (row) => {
      await database.insertInto('draft_reviews').values({ id: randomUUID(), ...row }).execute()
    },
    reviews: (id) => database.selectFrom('draft_reviews').selectAll().where('draft', '=', id).orderBy('at').execute(),
    blastRuns: (id) => database.selectFrom('blast_runs').selectAll().where('draft', '=', id).orderBy('started_at', 'desc').execute(),
    beginBlast: async (row) => {
      await database.insertInto('blast_runs').values(row).execute()
    },
    updateBlast: async (id, changes) => {
      await database.updateTable('blast_runs').set(changes).where('id', '=', id).execute()
    },
  }
}
