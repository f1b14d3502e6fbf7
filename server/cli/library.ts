import { parseArgs } from 'node:util'
import { draftStore } from '../authoring/draft-store.ts'
import { fileDiffs } from '../authoring/file-diffs.ts'
import { publicationRow } from '../authoring/publisher.ts'
import { filesIn } from '../authoring/version-files.ts'
import { versionStore } from '../authoring/version-store.ts'
import { readConfig } from '../config.ts'
import { SunlineError } from '../errors.ts'
import { libraryRoot } from '../library/root.ts'
import { openDatabase } from '../store/database.ts'
import { printDifferences } from './library-differences.ts'
import { checkedFiles, exportTo, filesOf, type Sources } from './library-sources.ts'
import type { Command, Output } from './output.ts'

const usage = 'library check [FOLDER] | diff OLD [NEW] [--files] | export FOLDER [--version VERSION] | import FOLDER [--title TITLE] | publish FOLDER [--title TITLE] [--at TIME]; OLD, NEW: a folder, a version, or "published"'
const byHand = { id: '', name: 'command line' }
interface Options {
  readonly title?: string | undefined
  readonly version?: string | undefined
  readonly at?: string | undefined
  readonly files?: boolean | undefined
}

/** `library …`: the words as files, for teams that keep them in Git. Works on the database that the environment names, also while the server runs, which follows within seconds. */
export const libraryCommand: Command = {
  usage,
  summary: 'check, compare, write out, draft or publish a version of the words',
  run: async (args, output) => {
    const { values, positionals } = parseArgs({ args: [...args], options: { title: { type: 'string' }, version: { type: 'string' }, at: { type: 'string' }, files: { type: 'boolean' } }, allowPositionals: true })
    const [verb, first, second] = positionals
    if (verb === 'check') return check(first ?? libraryRoot, output)
    if (verb === undefined || first === undefined || !['diff', 'export', 'import', 'publish'].includes(verb)) {
      output.fail(`usage: ${usage}`)
      return 2
    }
    const database = await openDatabase(readConfig(process.env).databaseUrl)
    try {
      const sources: Sources = { versions: versionStore(database), now: Date.now() }
      if (verb === 'diff') return await diff(sources, first, second ?? 'published', values, output)
      if (verb === 'export') return await writeOut(sources, first, values, output)
      if (verb === 'publish') return await publish(sources, first, values, output)
      return await begin({ ...sources, drafts: draftStore(database, sources.versions) }, first, values, output)
    } finally {
      await database.destroy()
    }
  },
}

async function check(folder: string, output: Output): Promise<number> {
  const { files, faults } = await checkedFiles(filesIn(folder))
  for (const { file, line, message } of faults) output.fail(`${file}:${String(line)}: ${message}`)
  output.print(faults.length === 0 ? `${String(files.length)} files checked, no fault` : `${String(faults.length)} fault(s)`)
  return faults.length === 0 ? 0 : 1
}

async function diff(sources: Sources, old: string, fresh: string, options: Options, output: Output): Promise<number> {
  const [before, after] = [await filesOf(sources, old), await filesOf(sources, fresh)]
  const diffs = fileDiffs(before, after)
  if (diffs.length === 0) output.print('no difference')
  else if (options.files) for (const { diff: text } of diffs) output.print(text)
  else await printDifferences(before, after, output)
  return diffs.length === 0 ? 0 : 1
}

async function writeOut(sources: Sources, folder: string, { version }: Options, output: Output): Promise<number> {
  const files = await filesOf(sources, version ?? 'published')
  exportTo(folder, files)
  output.print(`${String(files.length)} files written to ${folder}`)
  return 0
}

async function publish({ versions, now }: Sources, folder: string, { title, at }: Options, output: Output): Promise<number> {
  const { files, faults } = await checkedFiles(filesIn(folder))
  if (faults.length > 0) return check(folder, output)
  const effectiveAt = at === undefined ? null : Date.parse(at)
  if (effectiveAt !== null && (Number.isNaN(effectiveAt) || effectiveAt < now)) throw new SunlineError('invalid payload', '--at: expected a time to come, such as 2026-06-01T09:00:00+08:00', 'at')
  const version = await versions.keep(files, now)
  await versions.publish(publicationRow({ version, kind: 'files', draft: null, title: title ?? `files of ${folder}`, approverName: null, at: effectiveAt }, { ...byHand, id: null }, now))
  output.print(`${version} ${effectiveAt === null ? 'is published' : `will be published at ${new Date(effectiveAt).toISOString()}`}`)
  return 0
}

async function begin({ versions, drafts, now }: Sources & { readonly drafts: ReturnType<typeof draftStore> }, folder: string, { title }: Options, output: Output): Promise<number> {
  const published = await versions.current(now)
  if (!published) throw new SunlineError('not found', 'nothing was published yet in this database; start the server once, or use "library publish"')
  const files = filesIn(folder)
  const fresh = new Map(files.map(({ path, text }) => [path, text]))
  const changed = fileDiffs(await versions.files(published.version), files)
  if (changed.length === 0) {
    output.print('no difference')
    return 0
  }
  const { id } = await drafts.begin(byHand, title ?? `files of ${folder}`, published.version, now)
  for (const { path } of changed) await drafts.write(id, path, fresh.get(path) ?? null, now)
  output.print(`draft ${id}: ${String(changed.length)} file(s) differ; /library/drafts/${id}`)
  return 0
}
