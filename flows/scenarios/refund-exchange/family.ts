import type { Flow } from '../../dialogue.ts'
import cosmeticFlawOnUnboxing from './cosmetic-flaw-on-unboxing.ts'
import displayUnitClaim from './display-unit-claim.ts'
import exchangeEligibleWantsRefund from './exchange-eligible-wants-refund.ts'
import exchangeOver15DaysFirstFault from './exchange-over-15-days-first-fault.ts'
import exchangeThroughConnections from './exchange-through-connections.ts'
import priceDropRefund from './price-drop-refund.ts'
import repeatedRepairsWantsReplacement from './repeated-repairs-wants-replacement.ts'
import repeatedVisitsStillBroken from './repeated-visits-still-broken.ts'
import unresolvedFaultExchangeDemand from './unresolved-fault-exchange-demand.ts'
import worksFineButUnsuitable from './works-fine-but-unsuitable.ts'

/** Refund and exchange demands. */
export const refundExchangeFlows: readonly Flow[] = [
  repeatedRepairsWantsReplacement,
  unresolvedFaultExchangeDemand,
  exchangeOver15DaysFirstFault,
  exchangeEligibleWantsRefund,
  worksFineButUnsuitable,
  displayUnitClaim,
  priceDropRefund,
  exchangeThroughConnections,
  cosmeticFlawOnUnboxing,
  repeatedVisitsStillBroken,
]
