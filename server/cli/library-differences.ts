import { libraryChanges } from '../authoring/library-changes.ts'
import type { LibraryFile } from '../authoring/version-files.ts'
import { readLibrary } from '../library/load-library.ts'
import { laidOut } from './library-sources.ts'
import type { Output } from './output.ts'

const shown = (value: unknown): string => (value === undefined ? '–' : JSON.stringify(value))

/** Prints what differs between two versions by meaning: one line a rule, phrase or cue, then its fields. */
export function printDifferences(before: readonly LibraryFile[], after: readonly LibraryFile[], output: Output): Promise<void> {
  return laidOut([before, after], (folders) => {
    const [was, is] = folders.map((folder) => readLibrary(folder).library)
    if (!was || !is) return
    // What no rule must take for a fault follows from the sentences themselves.
    const entries = libraryChanges(was, is).entries.filter(({ id }) => id !== 'harmless')
    for (const { kind, id, change, fields, structure = [] } of entries) {
      output.print(`${change} ${kind} ${id}`)
      for (const { field, before: then, after: now } of change === 'changed' ? fields : []) output.print(`  ${field}: ${shown(then)} → ${shown(now)}`)
      for (const { en } of structure) output.print(`  ${en}`)
    }
    if (entries.length === 0) output.print('only comments or layout differ; --files shows them')
  })
}
