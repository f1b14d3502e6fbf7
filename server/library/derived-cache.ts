import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { threadId } from 'node:worker_threads'

/** Keeps what is dear to make and follows from its input alone: parsed files, trained models. */
export interface DerivedCache {
  /** What `make` gives, from the cache when it was made before of the same `input`. The result must be plain data, maps, sets or typed arrays. */
  readonly keep: <T>(kind: string, input: string, make: () => T) => T
}

/** All that the files of these folders say, as an input to be kept by. */
export const textsOf = (...folders: readonly string[]): string =>
  JSON.stringify(folders.flatMap((folder) => readdirSync(folder).filter((name) => /\.(?:yaml|json)$/u.test(name)).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')])))

/** Makes everything anew. */
export const noCache: DerivedCache = { keep: (_kind, _input, make) => make() }

/** Results of one kind that are kept, those that were read or made last: of the words in use, of drafts, and of a few versions to go back to. */
const mostKept = 8
/** Folders whose code decides what is made of an input, and so is part of every key. */
const makers = ['../wording', '.', '../samples', '../training', '../../flows'].map((path) => fileURLToPath(new URL(`${path}/`, import.meta.url)))

/** A cache in a folder that may be deleted at any time. One that cannot be written or read is as good as none. */
export function diskCache(folder: string): DerivedCache {
  const code = codeVersion()
  return {
    keep: (kind, input, make) => {
      const key = createHash('sha256').update(code).update('\0').update(input).digest('hex').slice(0, 24)
      const file = join(folder, `${kind}-${key}.bin`)
      const known = read(file)
      if (known !== null) {
        touch(file)
        return known.value as ReturnType<typeof make>
      }
      const made = make()
      write(folder, kind, file, made)
      return made
    },
  }
}

function codeVersion(): string {
  const hash = createHash('sha256').update(process.version)
  for (const folder of makers) {
    for (const name of sources(folder)) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()

/** Null when it was never made, or is damaged. */
function read(file: string): { readonly value: unknown } | null {
  try {
    return { value: deserialize(readFileSync(file)) }
  } catch {
    return null
  }
}

/** Says that the file was used now. */
function touch(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // A cache that cannot be written is still read.
  }
}

/** Under another name first, so that no other process reads half of it. */
function write(folder: string, kind: string, file: string, value: unknown): void {
  const unfinished = `${file}.${String(process.pid)}-${String(threadId)}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(unfinished, serialize(value))
    renameSync(unfinished, file)
    dropOld(folder, kind)
  } catch {
    discard(unfinished)
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Where nothing can be removed, nothing was written.
  }
}

function dropOld(folder: string, kind: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)
  for (const { path } of files.slice(mostKept)) rmSync(path, { force: true })
}
