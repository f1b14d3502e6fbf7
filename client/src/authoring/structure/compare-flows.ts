import type { DraftedFlow, DraftedStep, Label, PageStep } from '../../../../server/protocol.ts'
import type { FlowDifference, FlowMarks } from '../../flow-screen/flow-marks.ts'
import { retargeted } from './flow-edits.ts'
import { type Catalogue, pageSteps, waysOf } from './flow-texts.ts'

export interface ComparedFlows {
  readonly marks: FlowMarks
  /** The steps of now. */
  readonly steps: readonly PageStep[]
  /** With the steps and ways that are gone. */
  readonly union: readonly PageStep[]
}
type Ways = ReadonlyMap<string, { readonly from: string; readonly to: string; readonly label: Label }>

/** Steps of before under the names that they have now. */
function nowNamed(before: DraftedFlow, after: DraftedFlow): DraftedFlow['steps'] {
  const name = (id: string): string => {
    const now = after.renamed?.[id]
    return now !== undefined && !Object.hasOwn(after.steps, id) && !Object.hasOwn(before.steps, now) && Object.hasOwn(after.steps, now) ? now : id
  }
  return Object.fromEntries(Object.entries(before.steps).map(([id, step]) => [name(id), retargeted(step, name)]))
}

function waysIn(catalogue: Catalogue, steps: DraftedFlow['steps']): Ways {
  const ways = new Map<string, { readonly from: string; readonly to: string; readonly label: Label }>()
  for (const [from, step] of Object.entries(steps)) {
    for (const { label, to } of waysOf(catalogue, step)) {
      const known = ways.get(`${from}→${to}`)?.label
      ways.set(`${from}→${to}`, { from, to, label: known ? { zh: `${known.zh}；${label.zh}`, en: `${known.en}; ${label.en}` } : label })
    }
  }
  return ways
}

const differenceOf = (before: unknown, after: unknown): FlowDifference | null => {
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}

const differences = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): ReadonlyMap<string, FlowDifference> =>
  new Map([...new Set([...before.keys(), ...after.keys()])].flatMap((id): readonly (readonly [string, FlowDifference])[] => {
    const difference = differenceOf(before.get(id), after.get(id))
    return difference === null ? [] : [[id, difference]]
  }))

/** What differs between two structures of a flow, with the steps to draw. `before` null: nothing to compare with. */
export function compareFlows(catalogue: Catalogue, before: DraftedFlow | null, after: DraftedFlow, faulty: readonly string[]): ComparedFlows {
  const was = before ? nowNamed(before, after) : after.steps
  const [then, now] = [waysIn(catalogue, was), waysIn(catalogue, after.steps)]
  const steps = pageSteps(catalogue, after.steps)
  const lostWays = [...then].filter(([id]) => !now.has(id))
  const all = { ...was, ...after.steps }
  const gone = pageSteps(catalogue, all).filter(({ id }) => !Object.hasOwn(after.steps, id))
  const withLost = (step: PageStep): PageStep => ({ ...step, ways: [...step.ways, ...lostWays.filter(([, { from }]) => from === step.id).map(([id, { to, label }]) => ({ id, to, label }))] })
  return {
    marks: { steps: differences<DraftedStep>(new Map(Object.entries(was)), new Map(Object.entries(after.steps))), ways: differences(then, now), faulty: new Set(faulty) },
    steps,
    union: [...steps.map(withLost), ...gone],
  }
}
