import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlastOrder, BlastResult } from '../authoring/blast-radius.ts'
import { withValue } from '../authoring/draft-edit.ts'
import { placeFor } from '../authoring/locate.ts'
import { filesIn, layOut } from '../authoring/version-files.ts'
import { Workshop } from '../authoring/workshop.ts'
import { diskCache } from '../library/derived-cache.ts'
import { loadLibrary } from '../library/load-library.ts'
import { derivedFolder, libraryRoot } from '../library/root.ts'
import { libraryEngine } from '../live/library-engine.ts'
import { buildBenchPrograms } from './bench-child.ts'
import { measure, type Spread } from './live.ts'
import { storeCalls } from './stored-calls.ts'

/** `live`: calls on the line beside it, in windows of so many seconds; 0 leaves that out. */
export interface BlastBenchOptions {
  readonly calls: number
  readonly utterancesPerCall: number
  readonly live: number
  readonly windows: number
  readonly seconds: number
}
/** p99 in ms from an utterance to what browsers hear of it, without and with a draft being tried. `serverCores`: those of server and trial. */
export interface BesideLive {
  readonly calls: number
  readonly serverCores: string
  readonly alone: Spread
  readonly beside: Spread
}
export interface BlastBench {
  readonly calls: number
  readonly utterances: number
  readonly fillSeconds: number
  /** From the order to its result, both versions loaded on the way; the processor's share of it. */
  readonly seconds: number
  readonly cpuSeconds: number
  readonly result: Pick<BlastResult, 'calls' | 'utterances' | 'rerun' | 'sampledFrom' | 'alarmsPer100'> & { readonly gained: number; readonly lost: number }
  /** What a draft that is being tried all the time means to live calls: with one core for both, and with two. */
  readonly live: readonly BesideLive[]
  readonly cores: number
}

const rule = { id: 'bench01', name: '叫师傅', severity: 'warn', why: '上门的是工程师', say_instead: '工程师出发前会先给您打电话', phrases: ['师傅出发前'] }
/** Texts that do not repeat: of a centre's agent utterances, about so many are said only once. */
const fresh = 0.7

/** Tries a new rule on stored calls that are made of the sample calls, in a database of its own. */
export async function benchBlast({ calls, utterancesPerCall, live, windows, seconds }: BlastBenchOptions, told: (words: string) => void): Promise<BlastBench> {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-blast-'))
  try {
    told(`storing ${String(calls)} calls`)
    const databaseUrl = join(folder, 'calls.db')
    const began = performance.now()
    const cache = diskCache(derivedFolder)
    const library = loadLibrary(libraryRoot, cache)
    const utterances = storeCalls(databaseUrl, library, libraryEngine(library, cache), { calls, utterancesPerCall, startedAt: Date.UTC(2026, 0, 1), everyMs: 600_000, fresh })
    const fillSeconds = (performance.now() - began) / 1_000
    const order = await blastOrder(databaseUrl, folder, calls)
    told('trying the draft')
    const from = performance.now()
    const cpu = process.cpuUsage()
    const result = await new Workshop().blast(order, () => undefined, () => false)
    const spent = process.cpuUsage(cpu)
    if (!result) throw new Error('the draft was not tried to the end')
    const { gained, lost, guidance: _, ...sums } = result
    const own = { calls, utterances, fillSeconds, seconds: (performance.now() - from) / 1_000, cpuSeconds: (spent.user + spent.system) / 1_000_000, cores: cpus().length, result: { ...sums, gained: gained.count, lost: lost.count } }
    const besides: BesideLive[] = []
    process.env['SUNLINE_BENCH_BLAST'] = JSON.stringify(order)
    if (live > 0) await buildBenchPrograms()
    for (const serverCores of live > 0 ? ['0', '0,1'] : []) {
      const options = { warmUpSeconds: 5, windows, seconds, clients: 1, profile: null, serverCores }
      told(`${String(live)} live calls alone, cores ${serverCores}`)
      const alone = (await measure('live-server', live, options)).latencies.heard.p99
      told(`${String(live)} live calls beside it, cores ${serverCores}`)
      besides.push({ calls: live, serverCores, alone, beside: (await measure('blast-beside-server', live, options)).latencies.heard.p99 })
    }
    return { ...own, live: besides }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function blastOrder(databaseUrl: string, folder: string, calls: number): Promise<BlastOrder> {
  const files = filesIn(libraryRoot)
  const { path, at } = placeFor(files, 'rule', rule.id, '推诿')
  const drafted = files.map((file) => (file.path === path ? { path, text: withValue(file.text, at, rule) } : file))
  const [base, draft] = [await layOut(files, folder, join(libraryRoot, 'schema')), await layOut(drafted, folder, join(libraryRoot, 'schema'))]
  return { databaseUrl, base, draft, calls, fromAt: null, toAt: null, now: Date.now() }
}
