import { type Flow, type FlowDefinition, scenario, type StepId } from './dialogue.ts'
import type { Label } from './fact-kinds.ts'
import { families, type Family } from './families.ts'
import { allFlows, findFlow, renamedSteps, scenarioFamilies } from './index.ts'
import { isCatalogueReaction, isOwnReaction, type Reaction, reactionLabel } from './reactions.ts'

/** The flows of one version: those of the program, or what a version has in their place. Calls keep the book that they began with. */
export interface FlowBook {
  /** Ids of all scenarios, family by family. */
  readonly scenarioIds: readonly string[]
  /** Every flow: scenarios and interruptions. */
  readonly all: readonly Flow[]
  readonly scenarios: Readonly<Record<Family, readonly Flow[]>>
  readonly find: (id: string) => Flow | undefined
  /** The flow with this id. Throws when there is none: an id in the code that the book lacks. */
  readonly flow: (id: string) => Flow
  /** The name that a step has in this book. */
  readonly renamed: (flow: string, step: StepId) => StepId
  readonly isReaction: (id: string) => id is Reaction
  /** The label on a reaction's button; its id when no flow of this book knows it. */
  readonly reactionLabel: (id: Reaction) => Label
}
/** A flow of a version's own. `family` null: an interruption. */
export interface OwnFlow {
  readonly family: Family | null
  readonly definition: FlowDefinition
}

/** The flows of the program with `own` in place of those with the same id, and new scenarios after the others of their family. Throws when a definition names a step that does not exist. */
export function flowBook(own: readonly OwnFlow[]): FlowBook {
  const replaced = new Map(own.map(({ definition }) => [definition.id, scenario(definition)]))
  const added = (family: Family): readonly Flow[] =>
    [...replaced].filter(([id]) => findFlow(id) === undefined && own.some((each) => each.family === family && each.definition.id === id)).map(([, flow]) => flow)
  const today = (flow: Flow): Flow => replaced.get(flow.definition.id) ?? flow
  const scenarios = mapped((family) => [...scenarioFamilies[family].map(today), ...added(family)])
  const inScenarios = Object.values(scenarios).flat()
  const scenarioIds = inScenarios.map(({ definition }) => definition.id)
  const known = new Map([...inScenarios, ...allFlows.map(today)].map((flow) => [flow.definition.id, flow]))
  const labels = new Map(own.flatMap(({ definition }) => Object.entries(definition.reactions ?? {})))
  const find = (id: string): Flow | undefined => known.get(id)
  return {
    scenarioIds,
    all: [...known.values()],
    scenarios,
    find,
    flow: (id) => {
      const found = find(id)
      if (found === undefined) throw new Error(`no flow is registered as "${id}"; add it to its family.ts`)
      return found
    },
    renamed: (flow, step) => {
      const names = find(flow)?.definition.renamed ?? {}
      const shipped = renamedSteps[`${flow}/${step}`] ?? step
      return Object.hasOwn(names, shipped) ? (names[shipped] ?? shipped) : shipped
    },
    isReaction: (id): id is Reaction => isCatalogueReaction(id) || (isOwnReaction(id) && labels.has(id)),
    reactionLabel: (id) => (isCatalogueReaction(id) ? reactionLabel(id) : (labels.get(id) ?? { zh: id.slice('own:'.length), en: id.slice('own:'.length) })),
  }
}

const mapped = <T>(of: (family: Family) => T): Readonly<Record<Family, T>> => Object.fromEntries((Object.keys(families) as Family[]).map((family) => [family, of(family)] as const)) as Record<Family, T>

/** The flows as they come with the program. */
export const programFlows: FlowBook = flowBook([])
