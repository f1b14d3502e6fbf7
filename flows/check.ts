import { getInitialSnapshot, getNextSnapshot } from 'xstate'
import { type Condition, factsOf, holds } from './conditions.ts'
import type { DecideStep, Flow, Step } from './dialogue.ts'
import { type CallFacts, type FactId, type FactValue, factDefinition } from './facts.ts'
import { faultAt, type FlowFault } from './flow-fault.ts'
import { policy, type PolicyId } from './policy.ts'
import type { Reaction } from './reactions.ts'

/** Most contexts a grid may hold; beyond it, facts are varied one at a time around "nothing known". */
const largestGrid = 2_000

const isSpeaking = (step: Step): boolean => step.kind === 'say' || step.kind === 'ask'

function limitsOf(condition: Condition): readonly [FactId, PolicyId][] {
  if ('all' in condition) return condition.all.flatMap(limitsOf)
  if ('any' in condition) return condition.any.flatMap(limitsOf)
  if ('not' in condition) return limitsOf(condition.not)
  if ('atMost' in condition) return [[condition.fact, condition.atMost]]
  return 'atLeast' in condition ? [[condition.fact, condition.atLeast]] : []
}

const conditionsOf = ({ definition }: Flow): readonly Condition[] =>
  Object.values(definition.steps).flatMap((step) =>
    step.kind === 'decide' ? step.paths.flatMap(({ when }) => (when === undefined ? [] : [when])) : [],
  )

function valuesOf(fact: FactId, limits: readonly PolicyId[]): readonly (FactValue | null)[] {
  const definition = factDefinition(fact)
  if (definition.kind === 'choice') return [null, ...(Object.keys(definition.options) as FactValue[])]
  if (definition.kind === 'yes-no') return [null, true, false]
  if (definition.kind === 'text') return [null, '…']
  const around = limits.flatMap((id) => [policy[id].value - 1, policy[id].value, policy[id].value + 1])
  return [null, 0, 1, ...around.filter((value) => value >= 0)]
}

/** The facts that a flow judges by or asks, each with the values that may matter: unknown (null), below, at and above its thresholds. */
export function factAxes(flow: Flow): ReadonlyMap<FactId, readonly (FactValue | null)[]> {
  const conditions = conditionsOf(flow)
  const asked = Object.values(flow.definition.steps).flatMap((step) => (step.kind === 'ask' ? [step.fact] : []))
  const limits = conditions.flatMap(limitsOf)
  return new Map(
    [...new Set([...conditions.flatMap(factsOf), ...asked])].map((fact) => {
      const own = limits.filter(([of]) => of === fact).map(([, id]) => id)
      return [fact, [...new Set(valuesOf(fact, own))]]
    }),
  )
}

/**
 * The facts that a flow judges by, each unknown, below, at and above its thresholds, in every combination;
 * with very many facts, one fact varied at a time.
 */
export function factGrid(flow: Flow): readonly CallFacts[] {
  const axes = [...factAxes(flow)]
  const judged = new Set(conditionsOf(flow).flatMap(factsOf))
  const full = axes.filter(([fact]) => judged.has(fact))
  const size = full.reduce((product, [, values]) => product * values.length, 1)
  const single = axes.flatMap(([fact, values]) => values.map((value): CallFacts => ({ [fact]: value })))
  if (size > largestGrid) return [{}, ...single]
  const combined = full.reduce<readonly CallFacts[]>(
    (contexts, [fact, values]) => contexts.flatMap((context) => values.map((value) => ({ ...context, [fact]: value }))),
    [{}],
  )
  return [...combined, ...single]
}

/** Steps and edges that a call can take, in any of the contexts. Facts may become known between two steps. */
export interface Reach {
  readonly steps: ReadonlySet<string>
  /** `from -> to` for each pair of speaking or final steps that one event joins. */
  readonly moves: ReadonlyMap<string, ReadonlySet<string>>
}

function landingsOf({ machine }: Flow, at: string, type: Reaction, contexts: readonly CallFacts[]): readonly string[] {
  const found = new Set<string>()
  for (const context of contexts) {
    const snapshot = machine.resolveState({ value: at, context })
    if (snapshot.can({ type })) found.add(String(getNextSnapshot(machine, snapshot, { type }).value))
  }
  return [...found]
}

/** Walks a flow from its start over the fact grid. */
export function reach(flow: Flow): Reach {
  const { machine, definition } = flow
  const contexts = factGrid(flow)
  const moves = new Map<string, Set<string>>()
  const waiting = contexts.map((context) => String(getInitialSnapshot(machine, context).value))
  const steps = new Set<string>()
  const known = new Map<string, readonly string[]>()
  /** Where an event leads, in all contexts in which `fact` is known; only decisions ask for the context. */
  const landings = (at: string, type: Reaction, to: string, fact: FactId | null): readonly string[] => {
    const key = `${to}|${fact ?? ''}`
    const found = known.get(key) ?? landingsOf(flow, at, type, definition.steps[to]?.kind === 'decide' ? contexts : contexts.filter((context) => fact === null || (context[fact] ?? null) !== null).slice(0, 1))
    known.set(key, found)
    return found
  }
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (steps.has(at)) continue
    steps.add(at)
    const step = definition.steps[at]
    if (step?.kind !== 'say' && step?.kind !== 'ask') continue
    const events = Object.entries(step.on) as [Reaction, string][]
    const next = new Set(events.flatMap(([type, to]) => landings(at, type, to, null)))
    if (step.kind === 'ask') for (const landing of landings(at, 'fact recorded', step.next, step.fact)) next.add(landing)
    moves.set(at, next)
    waiting.push(...next)
  }
  return { steps, moves }
}

const leadsTo = (step: Step, id: string): boolean =>
  (isSpeaking(step) && 'on' in step && Object.values(step.on).includes(id)) ||
  (step.kind === 'ask' && step.next === id) ||
  (step.kind === 'decide' && step.paths.some(({ go }) => go === id))

function decisionFaults(flow: Flow, id: string, { paths }: DecideStep): readonly FlowFault[] {
  const { initial, steps } = flow.definition
  const lonely = initial !== id && !Object.values(steps).some((step) => leadsTo(step, id))
  const taken = new Set(
    factGrid(flow).map((facts) => paths.findIndex(({ when }) => when === undefined || holds(when, facts))),
  )
  const never = paths.filter((_, index) => !taken.has(index))
  return [
    ...(lonely ? [faultAt(id, `没有步骤通向判断“${id}”`, `nothing leads to the decision "${id}"`)] : []),
    ...(paths.at(-1)?.when === undefined ? [] : [faultAt(id, `判断“${id}”缺少最后一条无条件的路`, `the decision "${id}" has no last path without a condition`)]),
    ...never.map(({ go }) => faultAt(id, `判断“${id}”永远不会走到“${go}”`, `the decision "${id}" never takes its path to "${go}"`)),
  ]
}

/** Faults in the structure of one flow: unreachable steps, dead ends, decisions without a last resort, unknown scenarios. `isFlow`: whether a flow of this id exists. */
export function flowFaults(flow: Flow, isFlow: (id: string) => boolean): readonly FlowFault[] {
  const { steps } = flow.definition
  const { steps: reached, moves } = reach(flow)
  const decidedFrom = new Set(
    Object.values(steps).flatMap((step) => (step.kind === 'decide' ? step.paths.map(({ go }) => go) : [])),
  )
  const ending = new Set([...reached].filter((id) => !isSpeaking(steps[id] ?? { kind: 'end', outcome: '' })))
  for (let grew = true; grew; ) {
    grew = false
    for (const [from, targets] of moves) {
      if (ending.has(from) || ![...targets].some((to) => ending.has(to))) continue
      ending.add(from)
      grew = true
    }
  }
  return Object.entries(steps).flatMap(([id, step]) => {
    if (step.kind === 'decide') return decisionFaults(flow, id, step)
    if (step.kind === 'switch' && !isFlow(step.flow)) return [faultAt(id, `“${id}”转去的情况“${step.flow}”不存在`, `"${id}" switches to an unknown scenario "${step.flow}"`)]
    if (!reached.has(id)) {
      const judged = decidedFrom.has(id)
      return [faultAt(id, `步骤“${id}”${judged ? '在任何情况下都' : ''}走不到`, `the step "${id}" cannot be reached${judged ? ' for any facts' : ''}`)]
    }
    return ending.has(id) ? [] : [faultAt(id, `从步骤“${id}”走不到任何结局`, `from the step "${id}" no end can be reached`)]
  })
}
