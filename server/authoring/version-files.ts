import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { libraryFiles } from '../library/read-sources.ts'

/** A file of the library: its path inside it, with `/`, and its text. */
export interface LibraryFile {
  readonly path: string
  readonly text: string
}

/** The files of a library folder that make its version, by path. */
export const filesIn = (root: string): readonly LibraryFile[] => libraryFiles(root).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** The version of a set of files, as loading them says it. */
export function versionOf(files: readonly LibraryFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of byPath(files)) hash.update(path).update('\0').update(text).update('\0')
  return hash.digest('hex').slice(0, 12)
}

/** The SHA-256 of a text, hex. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Writes a version below `shelf`, beside the JSON Schemas of this program, so that every thread can load it; does nothing when it stands there.
 * Returns its folder.
 */
export function layOut(files: readonly LibraryFile[], shelf: string, schemas: string): string {
  const folder = join(shelf, versionOf(files))
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${randomUUID()}`
  for (const { path, text } of files) {
    const target = join(unfinished, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  cpSync(schemas, join(unfinished, 'schema'), { recursive: true })
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another thread or process was quicker.
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** Files ordered as `libraryFiles` orders them. */
export const byPath = (files: readonly LibraryFile[]): readonly LibraryFile[] => files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
