import { describeValue } from '../../flows/conditions.ts'
import { factDefinition } from '../../flows/facts.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import type { Label } from '../protocol.ts'
import type { Voice } from './caller-voice.ts'
import type { PlannedMove } from './drill-plan.ts'

/** What the trainee would read in the records before saying the sentence of a step; null where the caller will say it. */
export function recordNote(flows: FlowBook, flow: string, { event, learns }: PlannedMove, voice: Voice): Label | null {
  if (learns) {
    if (voice.saysFact(learns.fact)) return null
    const { zh, en } = factDefinition(learns.fact)
    return { zh: `${zh}：${describeValue(learns.fact, learns.value, 'zh')}`, en: `${en}: ${describeValue(learns.fact, learns.value, 'en')}` }
  }
  return event === 'agent said it' || !flows.isReaction(event) || voice.saysReaction(flow, event) ? null : flows.reactionLabel(event)
}
