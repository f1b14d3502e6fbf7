import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { flowFaults } from '../../flows/check.ts'
import type { Flow } from '../../flows/dialogue.ts'
import { type FlowBook, programFlows } from '../../flows/flow-book.ts'
import { mermaid, outline, type Outline } from '../../flows/outline.ts'
import { loadBriefs } from '../library/briefs.ts'
import { checkWords, unmatched } from '../library/check-flows.ts'
import { type DerivedCache, diskCache } from '../library/derived-cache.ts'
import { LibraryError } from '../library/fault.ts'
import { flowsOf } from '../library/library-flows.ts'
import { loadLibrary, readLibrary } from '../library/load-library.ts'
import { libraryEngine } from '../live/library-engine.ts'
import { patternHearing } from '../library/pattern-hearing.ts'
import { derivedFolder, libraryRoot } from '../library/root.ts'
import { callerLineGaps } from '../training/caller-line-gaps.ts'
import { misheardCallerLines } from '../training/caller-line-hearing.ts'
import { readCallerLines } from '../training/caller-lines.ts'
import type { Command, Output } from './output.ts'

function printOutline({ id, initial, steps, ends }: Outline, output: Output): void {
  output.print(`${id} (starts at ${initial})`)
  for (const step of steps) {
    output.print(`  ${step.id}  [${step.kind}]${step.phrase === null ? '' : `  ${step.phrase}`}`)
    for (const reaction of step.reactions) output.print(`    ${reaction.label.zh} → ${reaction.to}`)
  }
  output.print(`  ends: ${ends.join(', ')}`)
}

/** The library with its faults; files known to be sound are not read again. */
function soundOrFaulty(cache: DerivedCache): ReturnType<typeof readLibrary> {
  try {
    return { library: loadLibrary(libraryRoot, cache), faults: [] }
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error
    return readLibrary(libraryRoot)
  }
}

/** The flows of the program, with those that the library has in their place. */
const flowsHere = (): FlowBook => (existsSync(join(libraryRoot, 'flows')) ? flowsOf(soundOrFaulty(diskCache(derivedFolder)).library) : programFlows)

/** Faults in the structure of the program's flows, which only their code decides: walked once for each version of it. Loading the library walks its own. */
const structureFaults = (flows: readonly Flow[], cache: DerivedCache): ReadonlyMap<string, readonly string[]> =>
  cache.keep(
    'flow-faults',
    flows.map(({ definition }) => definition.id).join(' '),
    () => new Map(flows.map((flow) => [flow.definition.id, flowFaults(flow, (id) => programFlows.find(id) !== undefined).map(({ en }) => en)])),
  )

function check(ids: readonly string[], output: Output): number {
  const cache = diskCache(derivedFolder)
  const { library, faults } = soundOrFaulty(cache)
  const book = flowsOf(library)
  const strangers = ids.filter((id) => book.find(id) === undefined)
  const { lines: callerLines, faults: lineFaults } = readCallerLines(libraryRoot)
  const briefs = loadBriefs(libraryRoot)
  const wanted = (id: string): boolean => ids.length === 0 || ids.includes(id)
  const hears = patternHearing()
  const flows = book.all.filter(({ definition }) => wanted(definition.id))
  const structure = structureFaults(flows.filter((flow) => flow === programFlows.find(flow.definition.id)), cache)
  const lines = [
    ...strangers.map((id) => `${id}: no flow is registered under this id`),
    ...(ids.length === 0 ? unmatched(programFlows, briefs) : []),
    ...lineFaults.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`),
    ...faults.filter(({ file }) => ids.length === 0 || ids.some((id) => join('/', file).endsWith(`/${id}.yaml`))).map(({ file, line, message }) => `${file}:${String(line)}: ${message}`),
    ...flows.flatMap((flow) => {
      const { id } = flow.definition
      return [...(structure.get(id) ?? []), ...checkWords(flow, library, briefs.find((brief) => brief.id === id), hears).map(({ en }) => en)].map((line) => `${id}: ${line}`)
    }),
    ...callerLineGaps(callerLines, flows),
    ...(faults.length === 0 ? misheardCallerLines(callerLines, libraryEngine(library), flows) : []),
  ]
  for (const line of lines) output.fail(line)
  output.print(lines.length === 0 ? `${String(ids.length || book.all.length)} flows checked, no fault` : `${String(lines.length)} fault(s)`)
  return lines.length === 0 ? 0 : 1
}

function one(id: string | undefined, output: Output, show: (flow: Flow) => void): number {
  const found = id === undefined ? undefined : flowsHere().find(id)
  if (found === undefined) {
    output.fail(`there is no flow "${id ?? ''}"; "sunline flows" lists them`)
    return 2
  }
  show(found)
  return 0
}

/** `flows`, `flows ID [--json]`, `flows check [ID…]`, `flows graph ID`. */
export const flowsCommand: Command = {
  usage: 'flows | flows ID [--json] | flows check [ID…] | flows graph ID',
  summary: 'list the scenarios, show one, verify them, draw one as Mermaid',
  run: (args, output) => {
    const [first, ...rest] = args.filter((arg) => arg !== '--json')
    const json = args.includes('--json')
    if (first === undefined) {
      if (json) output.print(JSON.stringify(flowsHere().scenarioIds))
      else for (const id of flowsHere().scenarioIds) output.print(id)
      return 0
    }
    if (first === 'check') return check(rest, output)
    if (first === 'graph') return one(rest[0], output, (flow) => output.print(mermaid(flow.definition)))
    return one(first, output, ({ definition }) => {
      const shown = outline(definition)
      if (json) output.print(JSON.stringify(shown))
      else printOutline(shown, output)
    })
  },
}
