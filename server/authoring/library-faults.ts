import { loadBriefs } from '../library/briefs.ts'
import { checkWords } from '../library/check-flows.ts'
import type { Fault } from '../library/fault.ts'
import { flowsOf } from '../library/library-flows.ts'
import type { PhraseEntry } from '../library/library.ts'
import { readLibrary } from '../library/load-library.ts'
import { patternHearing } from '../library/pattern-hearing.ts'
import { libraryRoot } from '../library/root.ts'

/** Every fault of the library in a folder: of its words, and of the flows spoken with them. Key points are heard only in phrases that `wanted` names. */
export function libraryFaults(folder: string, wanted: (entry: PhraseEntry) => boolean = () => true): readonly Fault[] {
  const { library, faults } = readLibrary(folder)
  if (faults.length > 0) return faults
  const briefs = loadBriefs(libraryRoot)
  const hears = patternHearing()
  return flowsOf(library).all.flatMap((flow): readonly Fault[] => {
    const { id } = flow.definition
    return checkWords(flow, library, briefs.find((brief) => brief.id === id), hears, wanted).map((message) => ({ file: `${id}.yaml`, line: 1, message }))
  })
}
