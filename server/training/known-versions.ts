import { SunlineError } from '../errors.ts'
import type { KnownVersion } from '../protocol.ts'
import type { LibrarySource } from './replay-orders.ts'
import type { ReplayThread } from './replay-thread.ts'
import type { StoredVersions } from './stored-versions.ts'

/** The versions of the words that calls can be read under and run against. */
export interface KnownVersions {
  /** The version in use. */
  readonly current: () => LibrarySource
  readonly list: () => Promise<readonly KnownVersion[]>
  /** Where a version can be read; null when it is not at hand. */
  readonly find: (version: string) => Promise<LibrarySource | null>
}

/** The version in use, those that the database keeps, and those in further folders, each of which is read once, by the thread. */
export function knownVersions(current: () => LibrarySource, stored: StoredVersions, folders: readonly string[], thread: ReplayThread): KnownVersions {
  let reading: Promise<readonly (LibrarySource & { readonly version: string })[]> | null = null
  const others = () =>
    (reading ??= Promise.all(folders.map(async (folder) => ({ folder, version: await thread.do('version', { source: { folder, version: null } }) }))).catch((error: unknown) => {
      reading = null
      throw new SunlineError('unavailable', `the libraries of OTHER_LIBRARIES cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }))
  return {
    current,
    list: async () => {
      const inUse: KnownVersion = { version: current().version ?? '', label: { zh: '现用的话术', en: 'In use now' } }
      const all = [inUse, ...(await others()).map(({ version, folder }) => ({ version, label: { zh: folder, en: folder } })), ...(await stored.list())]
      return all.filter(({ version }, at) => all.findIndex((each) => each.version === version) === at)
    },
    find: async (version) => (version === current().version ? current() : ((await others()).find((each) => each.version === version) ?? (await stored.find(version)))),
  }
}
