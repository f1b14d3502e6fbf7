import type { FlowDefinition, StepId } from './dialogue.ts'
import type { FlowBook } from './flow-book.ts'
import { faultAt, type FlowFault } from './flow-fault.ts'

/** Scenarios that send a call on to each other with nobody speaking in between: it would go round for ever. */
export function silentCircles(book: FlowBook, id: string): readonly FlowFault[] {
  const seen = new Set<string>()
  const waiting = [...passedOnTo(book, id)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === id) return [faultAt(null, '通话从这里转出去，没有人说话就又转回来了', 'a call that is sent on from here comes back with nobody speaking in between')]
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...passedOnTo(book, at))
  }
  return []
}

/** The flows that this one may send a call on to from its very beginning. */
function passedOnTo(book: FlowBook, id: string): readonly string[] {
  const definition = book.find(id)?.definition
  return definition ? begins(definition, definition.initial, new Set()) : []
}

function begins(definition: FlowDefinition, at: StepId, seen: Set<StepId>): readonly string[] {
  if (seen.has(at)) return []
  seen.add(at)
  const step = definition.steps[at]
  if (step?.kind === 'switch') return [step.flow]
  return step?.kind === 'decide' ? step.paths.flatMap(({ go }) => begins(definition, go, seen)) : []
}
