import type { Flow } from '../../dialogue.ts'
import angryFireTheAgent from './angry-fire-the-agent.ts'
import askedAboutInternalOperation from './asked-about-internal-operation.ts'
import askedPersonAbsent from './asked-person-absent.ts'
import cannotAnswerQuestion from './cannot-answer-question.ts'
import damageAtCustomersPlace from './damage-at-customers-place.ts'
import demandsSupervisor from './demands-supervisor.ts'
import giveTicketAndClose from './give-ticket-and-close.ts'
import hotlineOpening from './hotline-opening.ts'
import identifyProductLine from './identify-product-line.ts'
import passedAroundDepartments from './passed-around-departments.ts'
import privateContactRequest from './private-contact-request.ts'
import refuseHospitality from './refuse-hospitality.ts'
import suspectedSelfRepair from './suspected-self-repair.ts'
import talkingDuringRepair from './talking-during-repair.ts'
import whichModelIsBest from './which-model-is-best.ts'
import worriedAboutEngineersTimeOrIncome from './worried-about-engineers-time-or-income.ts'
import wrongNumber from './wrong-number.ts'

/** Scenarios of the service conduct family. */
export const conductFlows: readonly Flow[] = [
  cannotAnswerQuestion,
  refuseHospitality,
  talkingDuringRepair,
  whichModelIsBest,
  askedAboutInternalOperation,
  worriedAboutEngineersTimeOrIncome,
  privateContactRequest,
  damageAtCustomersPlace,
  suspectedSelfRepair,
  angryFireTheAgent,
  demandsSupervisor,
  passedAroundDepartments,
  hotlineOpening,
  wrongNumber,
  askedPersonAbsent,
  identifyProductLine,
  giveTicketAndClose,
]
