import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
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

/** Versions that stay laid out; each change of a draft makes one. */
const mostLaidOut = 40

/**
 * Writes a version below `shelf`, beside the JSON Schemas of this program, so that every thread can load it; does nothing when it stands there.
 * Those not asked for lately are removed. Resolves to its folder.
 */
export async function layOut(files: readonly LibraryFile[], shelf: string, schemas: string): Promise<string> {
  const folder = join(shelf, versionOf(files))
  if (existsSync(folder)) {
    const now = new Date()
    await utimes(folder, now, now)
    return folder
  }
  const unfinished = `${folder}.${randomUUID()}`
  for (const { path, text } of files) {
    const target = join(unfinished, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text)
  }
  await cp(schemas, join(unfinished, 'schema'), { recursive: true })
  try {
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another thread or process was quicker.
    if (!existsSync(folder)) throw error
  }
  await clear(shelf)
  return folder
}

/** Removes the versions that were asked for longest ago. */
async function clear(shelf: string): Promise<void> {
  const names = (await readdir(shelf)).filter((name) => /^[0-9a-f]{12}$/u.test(name))
  if (names.length <= mostLaidOut) return
  const dated = await Promise.all(names.map(async (name) => ({ name, at: await stat(join(shelf, name)).then(({ mtimeMs }) => mtimeMs, () => 0) })))
  for (const { name } of dated.toSorted((one, other) => other.at - one.at).slice(mostLaidOut)) await rm(join(shelf, name), { recursive: true, force: true })
}

/** Files ordered as `libraryFiles` orders them. */
export const byPath = (files: readonly LibraryFile[]): readonly LibraryFile[] => files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
