import { join } from 'node:path'
import { draftStore } from '../authoring/draft-store.ts'
import { layOut, type LibraryFile } from '../authoring/version-files.ts'
import { versionStore } from '../authoring/version-store.ts'
import { libraryRoot } from '../library/root.ts'
import type { KnownVersion } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { LibrarySource } from './replay-orders.ts'

/** The versions of the words that the database keeps: what was published, and what the open drafts would make. */
export interface StoredVersions {
  readonly list: () => Promise<readonly KnownVersion[]>
  /** Lays the version out as a folder; null when it is not kept. */
  readonly find: (version: string) => Promise<LibrarySource | null>
}

/** `shelf`: the folder below which versions are laid out. */
export function storedVersions(database: Database, shelf: string): StoredVersions {
  const versions = versionStore(database)
  const drafts = draftStore(database, versions)
  const source = async (version: string, files: readonly LibraryFile[]): Promise<LibrarySource> => ({ folder: await layOut(files, shelf, join(libraryRoot, 'schema')), version })
  const drafted = async () => Promise.all((await drafts.list()).filter(({ status }) => status !== 'published').map(({ id }) => drafts.library(id)))
  return {
    list: async () => {
      const published = (await versions.history()).filter(({ cancelled_at }) => cancelled_at === null)
      const known = new Map<string, KnownVersion>()
      for (const { draft, version } of await drafted()) known.set(version, { version, label: { zh: `草稿：${draft.title}`, en: `Draft: ${draft.title}` } })
      for (const { version, title } of published) if (!known.has(version)) known.set(version, { version, label: { zh: `发布过：${title || version}`, en: `Published: ${title || version}` } })
      return [...known.values()]
    },
    find: async (version) => {
      if (await versions.knows(version)) return source(version, await versions.files(version))
      const draft = (await drafted()).find((each) => each.version === version)
      return draft ? source(version, draft.files) : null
    },
  }
}
