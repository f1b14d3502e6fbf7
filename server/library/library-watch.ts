import { watch } from 'node:fs'
import { SunlineError } from '../errors.ts'
import type { Library } from './library.ts'
import { loadLibrary } from './load-library.ts'

export interface LibraryWatch {
  /** A changed library that is sound. */
  readonly changed: (library: Library) => void
  /** A change that cannot be used, with what is wrong; the library in use stays. */
  readonly refused: (error: SunlineError) => void
}

/** ms of quiet after a change: an editor writes a file in several steps. */
const quietMs = 250

/** Loads the library anew whenever a file below `root` is saved. Returns what ends the watching. */
export function watchLibrary(root: string, version: string, { changed, refused }: LibraryWatch): () => void {
  let known = version
  let timer: NodeJS.Timeout | null = null
  const reload = (): void => {
    timer = null
    try {
      const library = loadLibrary(root)
      if (library.version === known) return
      known = library.version
      changed(library)
    } catch (error) {
      if (!(error instanceof SunlineError)) throw error
      refused(error)
    }
  }
  const watcher = watch(root, { recursive: true }, () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(reload, quietMs)
  })
  return () => {
    if (timer !== null) clearTimeout(timer)
    watcher.close()
  }
}
