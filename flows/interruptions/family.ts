import type { Flow } from '../dialogue.ts'
import asksForSupervisor from './asks-for-supervisor.ts'
import callerSilent from './caller-silent.ts'
import calmAnger from './calm-anger.ts'
import onHold from './on-hold.ts'
import secondQuestion from './second-question.ts'
import threatToExposeOrSue from './threat-to-expose-or-sue.ts'

/** Interruptions, written once and pushed over any scenario. */
export const interruptionFlows: readonly Flow[] = [
  calmAnger,
  threatToExposeOrSue,
  asksForSupervisor,
  callerSilent,
  onHold,
  secondQuestion,
]
