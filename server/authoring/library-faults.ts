import { lostSteps } from '../../flows/definition-faults.ts'
import { loadBriefs } from '../library/briefs.ts'
import { checkWords } from '../library/check-flows.ts'
import type { Fault } from '../library/fault.ts'
import type { Library, PhraseEntry } from '../library/library.ts'
import { flowsOf } from '../library/library-flows.ts'
import { readLibrary } from '../library/load-library.ts'
import { patternHearing } from '../library/pattern-hearing.ts'
import { libraryRoot } from '../library/root.ts'

/** What a version is held against: the library that comes before it, and the phrases whose key points must be heard. */
export interface Former {
  readonly library: Library
  readonly wanted: (entry: PhraseEntry) => boolean
}

/**
 * Every fault of the library in a folder: of its words, and of the flows spoken with them; with `former`, also of what would lead calls astray
 * that began before. A flow with a structure of the library's own is not held to its documented case: its reviewers have seen how it differs.
 */
export function libraryFaults(folder: string, former: Former | null = null): readonly Fault[] {
  const { library, faults } = readLibrary(folder)
  if (faults.length > 0) return faults
  const briefs = loadBriefs(libraryRoot)
  const hears = patternHearing()
  const own = new Set(library.ownFlows.map(({ definition }) => definition.id))
  const words = flowsOf(library).all.flatMap((flow): readonly Fault[] => {
    const { id } = flow.definition
    const brief = own.has(id) ? undefined : briefs.find((each) => each.id === id)
    return checkWords(flow, library, brief, hears, former?.wanted).map(({ zh, en }) => ({ file: `${id}.yaml`, line: 1, message: en, zh, at: { flow: id, step: null } }))
  })
  return former === null ? words : [...words, ...strandedCalls(former.library, library)]
}

/** Steps on which calls of the former version may stand, and that are gone. */
function strandedCalls(former: Library, library: Library): readonly Fault[] {
  const [before, after] = [flowsOf(former), flowsOf(library)]
  return [...new Set([...former.ownFlows, ...library.ownFlows].map(({ definition }) => definition.id))].flatMap((id): readonly Fault[] => {
    const [then, now] = [before.find(id)?.definition, after.find(id)?.definition]
    if (!then || !now) return []
    const { family = 'interruptions' } = library.scenarios.get(id) ?? {}
    return lostSteps(then, now).map(({ zh, en }) => ({ file: `flows/${family}/${id}.json`, line: 1, message: en, zh, at: { flow: id, step: null } }))
  })
}
