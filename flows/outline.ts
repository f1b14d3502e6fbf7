import { describe } from './conditions.ts'
import type { FlowDefinition, Step } from './dialogue.ts'
import { factDefinition } from './facts.ts'
import type { Label } from './fact-kinds.ts'
import { isCatalogueReaction, type Reaction, reactionLabel } from './reactions.ts'

/** One way out of a step. `id` is the reaction, or the condition of a decision. */
export interface OutlineEdge {
  readonly id: string
  readonly label: Label
  readonly to: string
}
/** A step as a reader sees it; `phrase` only where the agent speaks. */
export interface OutlineStep {
  readonly id: string
  readonly kind: Step['kind']
  readonly phrase: string | null
  readonly fact: string | null
  readonly reactions: readonly OutlineEdge[]
}
/** A flow as readable steps; `ends` are its outcomes and the scenarios that it leads to. */
export interface Outline {
  readonly id: string
  readonly initial: string
  readonly steps: readonly OutlineStep[]
  readonly ends: readonly string[]
}

const otherwise: Label = { zh: '其他情况', en: 'otherwise' }

function edgesOf(step: Step, { reactions: own = {} }: FlowDefinition): readonly OutlineEdge[] {
  const labelOf = (id: Reaction): Label => (isCatalogueReaction(id) ? reactionLabel(id) : (own[id] ?? { zh: id, en: id }))
  if (step.kind === 'decide') {
    return step.paths.map(({ when, go }) =>
      when === undefined
        ? { id: 'otherwise', label: otherwise, to: go }
        : { id: describe(when, 'en'), label: { zh: describe(when, 'zh'), en: describe(when, 'en') }, to: go },
    )
  }
  if (step.kind !== 'say' && step.kind !== 'ask') return []
  const edges = (Object.entries(step.on) as [Reaction, string][]).map(([id, to]) => ({ id, label: labelOf(id), to }))
  if (step.kind === 'say') return edges
  const { zh, en } = factDefinition(step.fact)
  return [{ id: 'fact recorded', label: { zh: `问到：${zh}`, en: `${en} known` }, to: step.next }, ...edges]
}

/** The flow in the order in which its steps are written. */
export function outline(definition: FlowDefinition): Outline {
  const entries = Object.entries(definition.steps)
  const speaking = entries.filter(([, step]) => step.kind !== 'end' && step.kind !== 'switch')
  const steps = speaking.map(([id, step]) => ({
    id,
    kind: step.kind,
    phrase: step.kind === 'say' || step.kind === 'ask' ? step.phrase : null,
    fact: step.kind === 'ask' ? step.fact : null,
    reactions: edgesOf(step, definition),
  }))
  const ends = entries.flatMap(([, step]) =>
    step.kind === 'end' ? [step.outcome] : step.kind === 'switch' ? [step.flow] : [],
  )
  return { id: definition.id, initial: definition.initial, steps, ends: [...new Set(ends)] }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`

/** The flow as a Mermaid flow chart: boxes speak, diamonds decide, stadiums end. */
export function mermaid(definition: FlowDefinition, language: keyof Label = 'zh'): string {
  const shape = (id: string, step: Step): string => {
    if (step.kind === 'decide') return `  ${id}{${quoted(id)}}`
    if (step.kind === 'end' || step.kind === 'switch') return `  ${id}([${quoted(id)}])`
    return `  ${id}[${quoted(id)}]`
  }
  const nodes = Object.entries(definition.steps).map(([id, step]) => shape(id, step))
  const edges = Object.entries(definition.steps).flatMap(([id, step]) =>
    edgesOf(step, definition).map((edge) => `  ${id} -->|${quoted(edge.label[language])}| ${edge.to}`),
  )
  return ['flowchart TD', ...nodes, ...edges].join('\n')
}
