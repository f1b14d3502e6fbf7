import { findFlow } from '../../flows/index.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import type { JournalEntry } from '../../server/live/call-events.ts'
import { guidanceView } from '../../server/live/guidance-view.ts'
import { journalEntry } from '../../server/live/journal-rows.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import type { JournalRow } from '../../server/store/tables.ts'
import { loadCallerLines, temperaments } from '../../server/training/caller-lines.ts'
import { Drill } from '../../server/training/drill.ts'
import { branchesOf } from '../../server/training/drill-plan.ts'
import { type DrillScore, scoreDrill } from '../../server/training/drill-score.ts'
import type { DrillSetup } from '../../server/training/drill-setup.ts'

const library = loadLibrary(libraryRoot)
export const engine = libraryEngine(library, diskCache(derivedFolder))
const lines = loadCallerLines(libraryRoot)

export interface PractisedCall {
  readonly entries: readonly JournalEntry[]
  readonly score: DrillScore
  /** `speaker: text`, in order. */
  readonly spoken: readonly string[]
}
export type Trainee = (sentence: string, turn: number) => string

/** Says what the screen recommends; times, names and figures that are not known yet are made up. */
export const sayRecommended: Trainee = (sentence) => sentence
/** Nothing but forbidden phrases. */
export const sayForbidden: Trainee = (_, turn) => ['这事不归我们管', '你爱找谁找谁去', '我们规定就这样，没办法', '你自己看着办吧'][turn % 4] ?? ''

/** Runs one drill from its greeting to its end, five seconds a turn. Stops after 120 turns. */
export function practise(setup: Partial<DrillSetup> & Pick<DrillSetup, 'scenario'>, trainee: Trainee): PractisedCall {
  const rows: JournalRow[] = []
  let now = Date.parse('2026-03-02T09:00:00+08:00')
  const journal = { append: (addition: { readonly entries: readonly JournalRow[] }) => (rows.push(...addition.entries), Promise.resolve()), drain: () => Promise.resolve(), hasRoom: () => true, healthy: () => true }
  const whole: DrillSetup = { id: 'drill', branch: null, seed: 1, temperament: 'calm', level: 1, trainee: { id: null, name: '李敏', number: '1001', team: null }, ...setup }
  const drill = new Drill(whole, { engine, lines, wordings: library, openings: (id) => library.scenarios.get(id)?.openings ?? [], journal, brand: '阳光', now: () => now })
  for (let turn = 0; turn < 120 && !drill.over; turn += 1) {
    const { phrase } = guidanceView(drill.state, engine, {})
    const recommended = (phrase?.parts ?? []).map((part) => ('text' in part ? part.text : (part.value ?? (part.fact.endsWith('Time') ? '明天下午三点' : '这个')))).join('')
    const at = (turn + 1) * 5_000
    now += 5_000
    drill.say(trainee(recommended || '好的', turn), at, at + 2_000)
  }
  const entries = rows.map(journalEntry)
  return { entries, score: scoreDrill(entries, engine, { finished: drill.over, hints: 0 }), spoken: drill.state.utterances.map(({ speaker, text }) => `${speaker}: ${text}`) }
}

/** A drill for each branch of the scenario, temperaments and levels taken in turn. */
export const everyBranch = (scenario: string): readonly (Partial<DrillSetup> & Pick<DrillSetup, 'scenario'>)[] => {
  const flow = findFlow(scenario)
  if (!flow) throw new Error(`there is no scenario "${scenario}"`)
  return branchesOf(flow).map(({ id }, index) => ({
    scenario,
    branch: id,
    seed: index,
    temperament: temperaments[index % temperaments.length] ?? 'calm',
    level: ([1, 2, 3] as const)[index % 3] ?? 1,
  }))
}

/** What went wrong in drills that should have been passed. */
export const complaint = (setup: Partial<DrillSetup>, { score }: PractisedCall): string =>
  `${setup.branch ?? ''} (seed ${String(setup.seed)}): ${String(score.total)} points, ${score.failedBecause?.en ?? 'too few'}; ${score.wording.warnings.map(({ rule, match }) => `${rule} "${match}"`).join(', ')}; ${score.points.said}/${score.points.all} points; ${String(score.order.retries)} retries`
