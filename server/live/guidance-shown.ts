import { currentStep } from '../../flows/conversation.ts'
import type { CallState } from './call-state.ts'
import type { EntryLog } from './entry-log.ts'
import { spokenText, phraseText } from './fact-view.ts'
import type { LiveEngine } from './ports.ts'
import { sentencesOn } from './valid-sentences.ts'

/** Notes the sentence that the agent is given, when the step is another than in `before`, or its sentence is another today. */
export function noteShown(log: EntryLog, before: CallState | null, engine: LiveEngine): void {
  const { state } = log
  const step = currentStep(engine.flows, state.stack)
  const sameStep = before?.guidanceSeq === state.guidanceSeq
  if ((sameStep && before.day === state.day) || (step?.kind !== 'say' && step?.kind !== 'ask')) return
  const sentences = engine.phrase(step.phrase)?.sentences ?? []
  const [main] = sentencesOn(state.day, sentences)
  if (!main || (sameStep && main === sentencesOn(before.day, sentences)[0])) return
  log.add({ type: 'guidance shown', guidanceSeq: state.guidanceSeq, phrase: step.phrase, text: spokenText(phraseText(main, state)) })
}
