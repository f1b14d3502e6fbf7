import { loadLibrary } from '../library/load-library.ts'
import { libraryRoot } from '../library/root.ts'
import { callView } from '../live/call-view.ts'
import { foldAll } from '../live/fold.ts'
import { libraryEngine } from '../live/library-engine.ts'
import { compareRuns, outcomeOf, rerun } from '../training/compare-runs.ts'
import { importJournal } from '../training/import-journal.ts'
import { replay } from '../training/replay.ts'
import { replayScreen, replayTimeline } from '../training/replay-timeline.ts'
import { longCall } from './long-call.ts'

/** Times in ms. `scrub`: to any second, the screen as text; `fold`: the same by folding the journal anew. */
export interface ReplayBench {
  readonly utterances: number
  readonly entries: number
  readonly import: number
  readonly open: number
  readonly timeline: number
  readonly scrub: Quantiles
  readonly fold: Quantiles
  readonly rerun: number
}
interface Quantiles {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

const seconds = 3_600
const foldedSeconds = 20

/** Measures a call of one hour, an utterance every second: opened, scrubbed to every second in a scattered order, run again. */
export function benchReplay(): ReplayBench {
  const engine = libraryEngine(loadLibrary(libraryRoot))
  const details = { callId: 'long', agent: '李敏', agentId: null, team: null, queue: '', callerNumber: '', startedAt: 0, facts: { brand: '阳光' }, scenario: 'repeated-repairs-wants-replacement', silenceMs: 12_000 }
  const [entries, imported] = timed(() => importJournal(longCall(seconds), details, engine))
  const [read, open] = timed(() => replay(entries, engine))
  const [, timeline] = timed(() => JSON.stringify(replayTimeline(read, engine)))
  // 1,999 shares no factor with 3,600, so every second comes once, far from the one before.
  const moments = Array.from({ length: seconds }, (_, nth) => ((nth * 1_999) % seconds) * 1_000)
  const scrub = moments.map((ms) => timed(() => JSON.stringify(replayScreen(read, ms)))[1])
  const fold = moments.slice(0, foldedSeconds).map((ms) => timed(() => JSON.stringify(callView(foldAll(entries.filter(({ at }, index) => index === 0 || at <= ms)), engine)))[1])
  const [, again] = timed(() => compareRuns(outcomeOf(entries), rerun(entries, engine)))
  return { utterances: seconds, entries: entries.length, import: imported, open, timeline, scrub: quantiles(scrub), fold: quantiles(fold), rerun: again }
}

function timed<T>(run: () => T): readonly [T, number] {
  const before = performance.now()
  const result = run()
  return [result, performance.now() - before]
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}

/** The figures as lines to read. */
export function replayTable({ utterances, entries, import: imported, open, timeline, scrub, fold, rerun: again }: ReplayBench): readonly string[] {
  const ms = (value: number): string => `${value.toFixed(1).padStart(9)} ms`
  const spread = ({ p50, p99, most }: Quantiles): string => `${ms(p50)}${ms(p99)}${ms(most)}`
  return [
    `A call of ${String(utterances)} utterances, ${String(entries)} journal entries`,
    `  made from its transcript       ${ms(imported)}`,
    `  opened (fold, checkpoints)     ${ms(open)}`,
    `  time line                      ${ms(timeline)}`,
    `  run again and compared         ${ms(again)}`,
    '                                      p50         p99        most',
    `  scrubbed to a second           ${spread(scrub)}`,
    `  the same, journal folded anew  ${spread(fold)}`,
  ]
}
