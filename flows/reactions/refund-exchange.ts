import { defineReactions } from './common.ts'

/** What callers do in the refund and exchange family. */
export const refundExchangeReactions = defineReactions({
  'caller fed up with small faults': { zh: '小毛病不断，不信任', en: 'Fed up with small faults' },
  'caller uneasy without exchange': { zh: '不给换，心里不踏实', en: 'Uneasy without an exchange' },
  'caller objects to the rules': { zh: '对规定有意见', en: 'Objects to the rules' },
})
