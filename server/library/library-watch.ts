import { watch } from 'node:fs'
import { SunlineError } from '../errors.ts'
import type { Library } from './library.ts'
import { loadLibrary } from './load-library.ts'

export interface LibraryWatch {
  /** A changed library that is sound. */
  readonly changed: (library: Library) => void
  /** A change that cannot be used, with what is wrong; the library in use stays. */
  readonly refused: (error: SunlineError) => void
  /** How a changed library is loaded; by default on this thread. Rejects with the LibraryError of a faulty one. */
  readonly load?: () => Promise<Library>
}

/** ms of quiet after a change: an editor writes a file in several steps. */
const quietMs = 250

/** Loads the library anew whenever a file below `root` is saved, one load at a time. Returns what ends the watching. */
export function watchLibrary(root: string, version: string, { changed, refused, load = async () => loadLibrary(root) }: LibraryWatch): () => void {
  let known = version
  let timer: NodeJS.Timeout | null = null
  let loading = Promise.resolve()
  let ended = false
  const take = (library: Library): void => {
    if (ended || library.version === known) return
    known = library.version
    changed(library)
  }
  const refuse = (error: unknown): void => {
    if (!(error instanceof SunlineError)) throw error
    if (!ended) refused(error)
  }
  const reload = (): void => {
    timer = null
    loading = loading.then(async () => take(await load())).catch(refuse)
  }
  const watcher = watch(root, { recursive: true }, () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(reload, quietMs)
  })
  return () => {
    ended = true
    if (timer !== null) clearTimeout(timer)
    watcher.close()
  }
}
