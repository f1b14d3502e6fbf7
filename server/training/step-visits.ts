import { currentStep } from '../../flows/conversation.ts'
import type { Label } from '../protocol.ts'
import type { JournalEntry } from '../live/call-events.ts'
import type { CallState } from '../live/call-state.ts'
import { phraseText, spokenText } from '../live/fact-view.ts'
import { fold, started } from '../live/fold.ts'
import type { LiveEngine } from '../live/ports.ts'
import { SunlineError } from '../errors.ts'

/** One stay of the agent on a step: what was to be said, and what was. Times are ms since the call began. */
export interface StepVisit {
  readonly flow: string
  readonly step: string
  /** The sentence that was recommended, as it stood on the screen; empty when the step has none. */
  readonly expected: string
  readonly said: readonly { readonly id: string; readonly text: string; readonly atMs: number }[]
  readonly points: readonly { readonly id: string; readonly label: Label; readonly heard: string | null; readonly said: boolean }[]
}

/**
 * The steps that the agent spoke on, in order, from a call's journal. Steps that the call only passed are left out.
 * Throws SunlineError 'internal' when the journal does not begin with the start of a call.
 */
export function stepVisits(entries: readonly JournalEntry[], engine: LiveEngine): readonly StepVisit[] {
  const [first, ...rest] = entries
  if (first?.event.type !== 'call started') throw new SunlineError('internal', 'the journal does not begin with the start of a call')
  const visits: StepVisit[] = []
  let state: CallState = started(first.event, first.at)
  let visit = begin(state, engine)
  for (const entry of rest) {
    const { event } = entry
    if (event.type === 'moved') {
      visits.push(close(visit, state, engine))
      state = fold(state, entry)
      visit = begin(state, engine)
      continue
    }
    state = fold(state, entry)
    if (event.type === 'utterance heard' && event.utterance.speaker === 'agent') {
      const { id, text, startMs } = event.utterance
      visit = { ...visit, said: [...visit.said, { id, text, atMs: startMs }] }
    }
  }
  visits.push(close(visit, state, engine))
  return visits.filter(({ said, points }) => said.length > 0 || points.some((point) => point.said))
}

interface OpenVisit extends Omit<StepVisit, 'points'> {
  readonly phrase: string | null
}

function begin(state: CallState, engine: LiveEngine): OpenVisit {
  const top = state.stack.at(-1)
  const step = currentStep(engine.flows, state.stack)
  const phrase = step?.kind === 'say' || step?.kind === 'ask' ? step.phrase : null
  const main = phrase === null ? undefined : engine.phrase(phrase)?.sentences[0]
  return { flow: top?.flow ?? '', step: top?.step ?? '', phrase, expected: main ? spokenText(phraseText(main, state)) : '', said: [] }
}

function close({ phrase, ...visit }: OpenVisit, state: CallState, engine: LiveEngine): StepVisit {
  const points = (phrase === null ? [] : (engine.phrase(phrase)?.points ?? [])).map(({ id, label }) => {
    const said = Object.hasOwn(state.points, id)
    return { id, label, said, heard: state.points[id] ?? null }
  })
  return { ...visit, points }
}
