import { currentStep } from '../../flows/conversation.ts'
import type { CallState } from './call-state.ts'
import type { EntryLog } from './entry-log.ts'
import { spokenText, phraseText } from './fact-view.ts'
import type { LiveEngine } from './ports.ts'

/** Notes the sentence that the agent is given, when the step is another than in `before`. */
export function noteShown(log: EntryLog, before: CallState | null, engine: LiveEngine): void {
  const { state } = log
  const step = currentStep(state.stack)
  if (before?.guidanceSeq === state.guidanceSeq || (step?.kind !== 'say' && step?.kind !== 'ask')) return
  const [main] = engine.phrase(step.phrase)?.sentences ?? []
  if (!main) return
  log.add({ type: 'guidance shown', guidanceSeq: state.guidanceSeq, phrase: step.phrase, text: spokenText(phraseText(main, state)) })
}
