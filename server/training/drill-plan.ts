import { factsOf, holds } from '../../flows/conditions.ts'
import { factAxes } from '../../flows/check.ts'
import type { Flow, FlowDefinition, StepId } from '../../flows/dialogue.ts'
import type { CallFacts, FactId, FactValue } from '../../flows/facts.ts'

/** One event of a call inside a flow, from one speaking step to the next or to an end. `learns`: the fact that it makes known. */
export interface PlannedMove {
  readonly from: StepId
  readonly event: string
  readonly to: StepId
  readonly learns: { readonly fact: FactId; readonly value: FactValue } | null
}
/** A branch of a flow: what can happen on a step, and where the call comes to stand. */
export interface Branch extends Omit<PlannedMove, 'learns'> {
  /** `from>event>to`. */
  readonly id: string
}
/** The shortest way through a flow that takes a branch. `given`: what is known from the start, because the flow judges by it and never asks. */
export interface DrillPlan {
  readonly flow: string
  readonly given: CallFacts
  readonly moves: readonly PlannedMove[]
}

interface Node {
  readonly at: StepId
  readonly facts: CallFacts
  readonly given: CallFacts
  readonly before: Node | null
  readonly move: PlannedMove | null
}

/** Combinations of given facts that a search starts from; with more, one fact is varied at a time. */
const mostStarts = 2_000
/** Positions that one search looks at; every flow of the library needs far fewer. */
const mostNodes = 60_000

/** Events that the caller does not cause: the clock's, and the agent's telephone's. */
const notPlanned: ReadonlySet<string> = new Set(['caller silent', 'agent holds', 'agent retrieves', 'hold reminder due'])

/** Every branch that a call can take in the flow, in the order in which a search comes upon them. */
export function branchesOf(flow: Flow): readonly Branch[] {
  const found = new Map<string, Branch>()
  for (const { move } of nodes(flow, starts(flow))) if (move) found.set(branchId(move), branch(move))
  return [...found.values()]
}

/** The shortest way from the start over the branch to an end; null when there is no such branch. */
export function planBranch(flow: Flow, id: string): DrillPlan | null {
  for (const node of nodes(flow, starts(flow), id)) {
    if (node.move === null || branchId(node.move) !== id) continue
    const rest = wayOut(flow, node.at, node.facts)
    if (rest) return { flow: flow.definition.id, given: node.given, moves: [...movesTo(node), ...rest] }
  }
  return null
}

/** The shortest way from a step to an end of the flow, one that takes up again what was interrupted if there is one; null when none is found. */
export function wayOut(flow: Flow, at: StepId, facts: CallFacts): readonly PlannedMove[] | null {
  const start: Node = { at, facts, given: {}, before: null, move: null }
  let found: Node | null = null
  for (const node of nodes(flow, [start], 'no branch')) {
    if (speaks(flow.definition, node.at)) continue
    const step = flow.definition.steps[node.at]
    if (step?.kind === 'end' && step.outcome === 'resume') return movesTo(node)
    found ??= node
  }
  return found && movesTo(found)
}

/** `from>event>to`. */
export const branchId = ({ from, event, to }: Omit<PlannedMove, 'learns'>): string => `${from}>${event}>${to}`
const branch = ({ from, event, to, ...rest }: PlannedMove): Branch => ({ id: branchId({ from, event, to, ...rest }), from, event, to })

function movesTo(node: Node): readonly PlannedMove[] {
  const moves: PlannedMove[] = []
  for (let each: Node | null = node; each?.move; each = each.before) moves.unshift(each.move)
  return moves
}

/**
 * Breadth first. Without `until`, every way to a position is given, but only the first goes on; with it, only the first is given,
 * those over the branch `until` apart from the others.
 */
function* nodes(flow: Flow, from: readonly Node[], until: string | null = null): Generator<Node> {
  const axes = factAxes(flow)
  const judged = judgedFacts(flow.definition)
  const seen = new Set<string>()
  const waiting = [...from]
  for (let next = 0; next < waiting.length && next < mostNodes; next += 1) {
    const node = waiting[next]
    if (!node) return
    yield node
    for (const move of movesFrom(flow.definition, node, axes)) {
      const facts = move.learns ? { ...node.facts, [move.learns.fact]: move.learns.value } : node.facts
      const behind: Node = { at: move.to, facts, given: node.given, before: node, move }
      const key = `${move.to}|${judged.map((fact) => String(facts[fact] ?? '')).join('|')}|${branchId(move) === until ? until : ''}`
      if (seen.has(key)) {
        if (until === null) yield behind
        continue
      }
      seen.add(key)
      waiting.push(behind)
    }
  }
}

/** The facts that the decisions of a flow look at. */
export function judgedFacts({ steps }: FlowDefinition): readonly FactId[] {
  const conditions = Object.values(steps).flatMap((step) => (step.kind === 'decide' ? step.paths.flatMap(({ when }) => (when ? [when] : [])) : []))
  return [...new Set(conditions.flatMap(factsOf))]
}

/** One start for each combination of what the flow judges by and never asks. */
function starts(flow: Flow): readonly Node[] {
  const { steps, initial } = flow.definition
  const asked = new Set(Object.values(steps).flatMap((step) => (step.kind === 'ask' ? [step.fact] : [])))
  const never = judgedFacts(flow.definition).filter((fact) => !asked.has(fact))
  const axes = factAxes(flow)
  const size = never.reduce((product, fact) => product * (axes.get(fact)?.length ?? 1), 1)
  const given = size > mostStarts ? [{}, ...never.flatMap((fact) => (axes.get(fact) ?? []).map((value): CallFacts => ({ [fact]: value })))] : never.reduce<readonly CallFacts[]>(
    (contexts, fact) => contexts.flatMap((context) => (axes.get(fact) ?? [null]).map((value) => (value === null ? context : { ...context, [fact]: value }))),
    [{}],
  )
  return given.map((facts) => ({ at: settled(flow.definition, initial, facts), facts, given: facts, before: null, move: null }))
}

function movesFrom(definition: FlowDefinition, { at, facts }: Node, axes: ReadonlyMap<FactId, readonly (FactValue | null)[]>): readonly PlannedMove[] {
  const step = definition.steps[at]
  if (step?.kind !== 'say' && step?.kind !== 'ask') return []
  const moves = Object.entries(step.on)
    .filter(([event]) => !notPlanned.has(event))
    .map(([event, target]): PlannedMove => ({ from: at, event, to: settled(definition, target ?? at, facts), learns: null }))
  if (step.kind === 'say') return moves
  const { fact, next } = step
  const answers = [...(axes.get(fact) ?? [])].sort(nothingLast).flatMap((value): readonly PlannedMove[] =>
    value === null ? [] : [{ from: at, event: 'fact recorded', to: settled(definition, next, { ...facts, [fact]: value }), learns: { fact, value } }],
  )
  return [...answers, ...moves]
}

/** Callers rarely ring about none of something. */
const nothingLast = (a: FactValue | null, b: FactValue | null): number => Number(a === 0) - Number(b === 0)

/** Where the flow comes to rest from a step, its decisions taken. */
function settled(definition: FlowDefinition, step: StepId, facts: CallFacts): StepId {
  let at = step
  for (let kind = definition.steps[at]; kind?.kind === 'decide'; kind = definition.steps[at]) {
    const path = kind.paths.find(({ when }) => when === undefined || holds(when, facts))
    if (!path) return at
    at = path.go
  }
  return at
}

const speaks = ({ steps }: FlowDefinition, at: StepId): boolean => steps[at]?.kind === 'say' || steps[at]?.kind === 'ask'
