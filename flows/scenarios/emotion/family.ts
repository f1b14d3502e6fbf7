import type { Flow } from '../../dialogue.ts'
import angryCaller from './angry-caller.ts'
import angryLongQueue from './angry-long-queue.ts'
import angryRepairThreeWeeks from './angry-repair-three-weeks.ts'
import angryWrongBill from './angry-wrong-bill.ts'
import complaintListenAndSettle from './complaint-listen-and-settle.ts'
import complaintThreeSteps from './complaint-three-steps.ts'
import dealerBotchedService from './dealer-botched-service.ts'
import difficultCallerTypes from './difficult-caller-types.ts'
import lossCompensationClaim from './loss-compensation-claim.ts'

/** Upset callers. */
export const emotionFlows: readonly Flow[] = [
  dealerBotchedService,
  complaintThreeSteps,
  complaintListenAndSettle,
  angryCaller,
  angryLongQueue,
  angryWrongBill,
  angryRepairThreeWeeks,
  difficultCallerTypes,
  lossCompensationClaim,
]
