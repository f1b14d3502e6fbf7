import type { Flow } from '../../dialogue.ts'
import callerMisreadsPolicy from './caller-misreads-policy.ts'
import isMyPcUnderThreeGuarantees from './is-my-pc-under-three-guarantees.ts'
import keyAccountWantsPrivilege from './key-account-wants-privilege.ts'
import noInvoiceReturn from './no-invoice-return.ts'
import nonStandardInstallRequest from './non-standard-install-request.ts'
import outOfScopeDemand from './out-of-scope-demand.ts'
import outOfScopeQuestion from './out-of-scope-question.ts'
import overchargedByDealer from './overcharged-by-dealer.ts'
import restoreFactorySoftware from './restore-factory-software.ts'
import uncertainAnswerCallback from './uncertain-answer-callback.ts'
import unifiedHotlineReluctance from './unified-hotline-reluctance.ts'

/** Scenarios of the policy questions family. */
export const policyFlows: readonly Flow[] = [
  restoreFactorySoftware,
  keyAccountWantsPrivilege,
  outOfScopeDemand,
  unifiedHotlineReluctance,
  nonStandardInstallRequest,
  isMyPcUnderThreeGuarantees,
  noInvoiceReturn,
  overchargedByDealer,
  callerMisreadsPolicy,
  outOfScopeQuestion,
  uncertainAnswerCallback,
]
