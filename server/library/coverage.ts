import { interruptions } from '../../flows/conversation.ts'
import type { FlowDefinition } from '../../flows/dialogue.ts'
import { families } from '../../flows/families.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import { outline } from '../../flows/outline.ts'
import type { Reaction } from '../../flows/reactions.ts'
import type { CoveredFlow, CoveredStep, CoveredWay, CoverageView, Label } from '../protocol.ts'
import type { MoveTally } from '../store/call-tally.ts'
import { flowTitle } from './flow-title.ts'
import type { Library } from './library.ts'
import { flowsOf } from './library-flows.ts'
import { stepLabel } from './scenario-page.ts'
import { entered, type Passed, walkedPath } from './walked-path.ts'

interface Counts {
  readonly steps: Map<string, { reached: number; shown: number; spoken: number }>
  readonly ways: Map<string, number>
}
const wayKey = (flow: string, from: string, id: string): string => `${flow}/${from}/${id}`
const interrupting: Label = { zh: '随时插入', en: 'Interruptions' }

/** How far stored calls went through the flows of a version; steps and ways that none went are there with 0. */
export function coverage(library: Library, calls: number, tallies: readonly MoveTally[]): CoverageView {
  const counts: Counts = { steps: new Map(), ways: new Map() }
  const flows = flowsOf(library)
  for (const tally of tallies) count(flows, counts, tally)
  return { calls, flows: flows.all.map(({ definition }) => coveredFlow(definition, library, counts)) }
}

function count(flows: FlowBook, counts: Counts, tally: MoveTally): void {
  const { flow, step, times, shown, spoken } = tally
  const { taken, path } = way(flows, tally)
  const add = (key: string): void => void counts.ways.set(key, (counts.ways.get(key) ?? 0) + times)
  const at = (place: string) => {
    const known = counts.steps.get(place) ?? { reached: 0, shown: 0, spoken: 0 }
    counts.steps.set(place, known)
    return known
  }
  if (taken !== null) add(taken)
  for (const passed of path) {
    at(`${passed.flow}/${passed.step}`).reached += times
    if (passed.decidedAt !== null) add(wayKey(passed.flow, passed.decidedAt, passed.step))
  }
  if (flow === null || step === null) return
  const rest = at(`${flow}/${step}`)
  const last = path.at(-1)
  if (last?.flow !== flow || last.step !== step) rest.reached += times
  rest.shown += shown
  rest.spoken += spoken
}

/** The way out of the step before, where that step answered, and what was passed after it. */
function way(flows: FlowBook, tally: MoveTally): { readonly taken: string | null; readonly path: readonly Passed[] } {
  const { before_flow: from, before_step: at, cause, reaction, scenario, flow, step, outcome } = tally
  const landing = { flow, step, outcome, resumed: tally.resumed === 1 }
  if (cause === 'reaction' && from !== null && at !== null && reaction !== null) {
    const definition = flows.find(from)?.definition
    const answer = definition && outline(definition).steps.find(({ id }) => id === at)?.reactions.find(({ id }) => id === reaction)
    const path = definition && answer && walkedPath(flows, definition, answer.to, landing)
    if (answer && path) return { taken: wayKey(from, at, answer.id), path }
    const interruption = interruptions[reaction as Reaction]?.flow
    return { taken: null, path: interruption === undefined ? [] : (entered(flows, interruption, landing) ?? []) }
  }
  const begun = cause === 'choice' ? scenario : cause === 'start' ? flow : null
  return { taken: null, path: begun === null ? [] : (entered(flows, begun, landing) ?? []) }
}

function coveredFlow(definition: FlowDefinition, library: Library, counts: Counts): CoveredFlow {
  const { id } = definition
  const words = library.scenarios.get(id)
  const family = words?.family ?? ''
  const steps = Object.entries(definition.steps).map(([at, step]): CoveredStep => {
    const entry = step.kind === 'say' || step.kind === 'ask' ? library.phrases.get(step.phrase) : undefined
    return { id: at, kind: step.kind, label: stepLabel(at, step, entry, library), ...(counts.steps.get(`${id}/${at}`) ?? { reached: 0, shown: 0, spoken: 0 }) }
  })
  const ways = waysOf(definition).map((each): CoveredWay => ({ ...each, taken: counts.ways.get(wayKey(id, each.from, each.id)) ?? 0 }))
  return {
    id,
    title: flowTitle(library, id),
    family,
    familyLabel: Object.entries(families).find(([each]) => each === family)?.[1] ?? interrupting,
    steps,
    ways,
    reachedSteps: steps.filter(({ reached }) => reached > 0).length,
    totalSteps: steps.length,
    takenWays: ways.filter(({ taken }) => taken > 0).length,
    totalWays: ways.length,
  }
}

function waysOf(definition: FlowDefinition): readonly Omit<CoveredWay, 'taken'>[] {
  return outline(definition).steps.flatMap(({ id: from, kind, reactions }) => {
    if (kind !== 'decide') return reactions.map(({ id, label, to }) => ({ id, from, to, label }))
    return [...new Set(reactions.map(({ to }) => to))].map((to) => {
      const labels = reactions.filter((each) => each.to === to).map(({ label }) => label)
      return { id: to, from, to, label: { zh: labels.map(({ zh }) => zh).join('；'), en: labels.map(({ en }) => en).join('; ') } }
    })
  })
}
