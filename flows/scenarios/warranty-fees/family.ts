import type { Flow } from '../../dialogue.ts'
import abnormalDamageKeyboard from './abnormal-damage-keyboard.ts'
import bargainingOnPaidService from './bargaining-on-paid-service.ts'
import compareWithHaierFreeVisit from './compare-with-haier-free-visit.ts'
import dealerAddedItemsFault from './dealer-added-items-fault.ts'
import noInvoiceOrPackingList from './no-invoice-or-packing-list.ts'
import onsitePeriodExpired from './onsite-period-expired.ts'
import outOfWarrantyPay from './out-of-warranty-pay.ts'
import paidServiceResentment from './paid-service-resentment.ts'
import phoneGuidanceOrPaidVisit from './phone-guidance-or-paid-visit.ts'
import refusesToPayNotFixed from './refuses-to-pay-not-fixed.ts'
import softwareVsHardwareFault from './software-vs-hardware-fault.ts'
import warrantyOfReplacedPart from './warranty-of-replaced-part.ts'

/** Scenarios of the warranty and fees family. */
export const warrantyFeesFlows: readonly Flow[] = [
  dealerAddedItemsFault,
  abnormalDamageKeyboard,
  outOfWarrantyPay,
  compareWithHaierFreeVisit,
  refusesToPayNotFixed,
  paidServiceResentment,
  noInvoiceOrPackingList,
  bargainingOnPaidService,
  warrantyOfReplacedPart,
  softwareVsHardwareFault,
  phoneGuidanceOrPaidVisit,
  onsitePeriodExpired,
]
