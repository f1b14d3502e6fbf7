import { closingFlow } from '../../flows/conversation.ts'
import type { FlowDefinition } from '../../flows/dialogue.ts'
import type { FlowBook } from '../../flows/flow-book.ts'

/** A step that was passed, and the step it was come from by a decision; null where something else led there. */
export interface Passed {
  readonly flow: string
  readonly step: string
  readonly decidedAt: string | null
}
/** Where a call came to rest. `flow` and `step` are null when the script was over. */
export interface Landing {
  readonly flow: string | null
  readonly step: string | null
  readonly outcome: string | null
  readonly resumed: boolean
}

/**
 * The steps from `start` to where the call came to rest, decisions, switches and ends in between included: the journal keeps
 * only where it rested. Of several possible ways the first in the order of the flow. Null when these flows have none.
 */
export function walkedPath(flows: FlowBook, definition: FlowDefinition, start: string, landing: Landing): readonly Passed[] | null {
  return walk(flows, definition, start, null, landing, new Set())
}

function walk(flows: FlowBook, definition: FlowDefinition, at: string, decidedAt: string | null, landing: Landing, seen: ReadonlySet<string>): readonly Passed[] | null {
  const flow = definition.id
  const step = definition.steps[at]
  const place = `${flow}/${at}`
  if (step === undefined || seen.has(place)) return null
  const here: Passed = { flow, step: at, decidedAt }
  const passed = new Set([...seen, place])
  const followed = (rest: readonly Passed[] | null): readonly Passed[] | null => rest && [here, ...rest]
  switch (step.kind) {
    case 'say':
    case 'ask':
      return landing.flow === flow && landing.step === at ? [here] : null
    case 'decide':
      for (const { go } of step.paths) {
        const rest = walk(flows, definition, go, at, landing, passed)
        if (rest) return [here, ...rest]
      }
      return null
    case 'switch':
      return followed(begun(flows, step.flow, landing, passed))
    case 'end':
      if (landing.resumed) return step.outcome === 'resume' || step.outcome === landing.outcome ? [here] : null
      if (step.outcome === 'resume') return null
      if (flow === closingFlow) return landing.flow === null ? [here] : null
      return step.outcome === landing.outcome ? followed(begun(flows, closingFlow, landing, passed)) : null
  }
}

/** The steps from a flow's beginning to where the call came to rest; null like {@link walkedPath}. */
export const entered = (flows: FlowBook, flow: string, landing: Landing): readonly Passed[] | null => begun(flows, flow, landing, new Set())

function begun(flows: FlowBook, flow: string, landing: Landing, seen: ReadonlySet<string>): readonly Passed[] | null {
  const definition = flows.find(flow)?.definition
  return definition ? walk(flows, definition, definition.initial, null, landing, seen) : null
}
