import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { libraryFaults } from '../authoring/library-faults.ts'
import { filesIn, layOut, type LibraryFile } from '../authoring/version-files.ts'
import type { VersionStore } from '../authoring/version-store.ts'
import { SunlineError } from '../errors.ts'
import type { Fault } from '../library/fault.ts'
import { libraryFiles } from '../library/read-sources.ts'
import { libraryRoot } from '../library/root.ts'

/** Where versions come from. `now`: ms since the epoch. */
export interface Sources {
  readonly versions: VersionStore
  readonly now: number
}

/** The files of a folder, of a version, or of what is published. Throws SunlineError 'not found'. */
export async function filesOf({ versions, now }: Sources, named: string): Promise<readonly LibraryFile[]> {
  if (named === 'published') {
    const current = await versions.current(now)
    if (!current) throw new SunlineError('not found', 'nothing was published yet in this database; start the server once, or name a folder')
    return versions.files(current.version)
  }
  if (/^[0-9a-f]{12}$/u.test(named) && (await versions.knows(named))) return versions.files(named)
  if (!existsSync(named) || !statSync(named).isDirectory()) throw new SunlineError('not found', `"${named}" is neither a folder nor a version of the script library`)
  return filesIn(named)
}

/** Lays versions out together for loading, beside the schemas of this program, and clears them away afterwards. */
export async function laidOut<T>(versions: readonly (readonly LibraryFile[])[], use: (folders: readonly string[]) => T): Promise<T> {
  const shelf = mkdtempSync(join(tmpdir(), 'sunline-library-'))
  try {
    const folders: string[] = []
    for (const files of versions) folders.push(await layOut(files, shelf, join(libraryRoot, 'schema')))
    return use(folders)
  } finally {
    rmSync(shelf, { recursive: true, force: true })
  }
}

/** The files with every fault that they have as a library. Throws SunlineError 'not found' when there are none. */
export async function checkedFiles(files: readonly LibraryFile[]): Promise<{ readonly files: readonly LibraryFile[]; readonly faults: readonly Fault[] }> {
  if (files.length === 0) throw new SunlineError('not found', 'the folder holds no YAML file')
  return { files, faults: await laidOut([files], ([folder = '']) => libraryFaults(folder)) }
}

/**
 * Writes the files of a version into a folder, byte for byte, and removes files of the library that the version does not have.
 * Throws SunlineError 'conflict' when the folder holds something else than a library.
 */
export function exportTo(folder: string, files: readonly LibraryFile[]): void {
  const filled = existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'))
  if (filled && !['wording', 'scenarios'].every((name) => existsSync(join(folder, name)))) throw new SunlineError('conflict', `"${folder}" holds something else than a script library; name an empty folder`)
  const kept = new Set(files.map(({ path }) => path))
  for (const path of filled ? libraryFiles(folder) : []) if (!kept.has(path)) rmSync(join(folder, path))
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
