import { bookVisit } from '../../common/passages.ts'
import { all, any, atLeast, atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

const repairedTwiceInWarranty = all(
  atLeast('repairCount', 'repairsBeforeExchange'),
  any(atMost('daysOwned', 'warrantyDays'), is('warranty', 'in')),
)

/** The same fault keeps coming back; the caller wants a new machine instead of a third visit. */
export default scenario({
  id: 'unresolved-fault-exchange-demand',
  initial: 'apologize-on-phone',
  findOut: ['unresolvedFaults', 'sameFaultTimes', 'guaranteeKnowledge', 'needsLoaner'],
  steps: {
    'apologize-on-phone': say('unresolved-fault-exchange-demand/apologize-on-phone', {
      'agent said it': 'collect-fault-history',
      'caller chooses exchange': 'check-exchange-right',
    }),
    'collect-fault-history': ask(
      'unresolved-fault-exchange-demand/collect-fault-history',
      'unresolvedFaults',
      'ask-same-fault-times',
      { 'caller does not know': 'ask-same-fault-times', 'caller fed up with small faults': 'apologize-on-phone' },
    ),
    'ask-same-fault-times': ask(
      'unresolved-fault-exchange-demand/ask-same-fault-times',
      'sameFaultTimes',
      'check-exchange-right',
      { 'caller does not know': 'check-exchange-right' },
    ),
    'check-exchange-right': decide([
      { when: is('meetsExchangeRule', true), go: 'offer-replacement' },
      { when: is('meetsExchangeRule', false), go: 'judge-visits' },
      { when: unknown('repairCount'), go: 'ask-repair-count' },
      { when: all(atLeast('repairCount', 'repairsBeforeExchange'), unknown('daysOwned')), go: 'ask-days-owned' },
      { when: repairedTwiceInWarranty, go: 'verify-exchange-right' },
      { go: 'judge-visits' },
    ]),
    'ask-repair-count': ask('common/ask-repair-count', 'repairCount', 'check-exchange-right', {
      'caller does not know': 'verify-exchange-right',
    }),
    'ask-days-owned': ask('common/ask-days-owned', 'daysOwned', 'check-exchange-right', {
      'caller does not know': 'verify-exchange-right',
    }),
    'verify-exchange-right': ask(
      'unresolved-fault-exchange-demand/verify-exchange-right',
      'meetsExchangeRule',
      'check-exchange-right',
      {
        'checked and eligible': 'offer-replacement',
        'checked and not eligible': 'judge-visits',
        'cannot be settled now': 'judge-visits',
      },
    ),
    'offer-replacement': say('unresolved-fault-exchange-demand/offer-replacement', {
      'caller accepts': 'replacement-if-eligible',
      'caller chooses repair': 'apologize-again-on-visit',
    }),
    'judge-visits': decide([
      { when: atLeast('sameFaultTimes', 'sameFaultsBeforeTakeIn'), go: 'apologize-again-on-visit' },
      { when: atLeast('repairCount', 'sameFaultsBeforeTakeIn'), go: 'apologize-again-on-visit' },
      { go: 'offer-visit' },
    ]),
    'apologize-again-on-visit': say('unresolved-fault-exchange-demand/apologize-again-on-visit', {
      'caller accepts': 'ask-loaner',
      'caller asks why': 'take-to-station',
      'caller doubts it': 'take-to-station',
      'caller refuses': 'offer-visit',
    }),
    'take-to-station': say('unresolved-fault-exchange-demand/take-to-station', {
      'caller accepts': 'ask-loaner',
      'caller refuses': 'offer-visit',
    }),
    'ask-loaner': say('unresolved-fault-exchange-demand/ask-loaner', {
      'caller accepts': 'confirm-loaner',
      'caller refuses': 'book-visit',
      'caller does not know': 'confirm-loaner',
    }),
    'confirm-loaner': say('unresolved-fault-exchange-demand/confirm-loaner', { 'agent said it': 'sent-in-with-loaner' }),
    'offer-visit': say('unresolved-fault-exchange-demand/offer-visit', {
      'caller accepts': 'book-visit',
      'caller chooses exchange': 'explain-short-of-rule',
    }),
    'explain-short-of-rule': say('unresolved-fault-exchange-demand/explain-short-of-rule', {
      'agent said it': 'book-visit',
      'checked and eligible': 'offer-replacement',
    }),
    ...bookVisit('accepted-repair'),
    'sent-in-with-loaner': end('sent-in-with-loaner'),
    'accepted-repair': end('accepted-repair'),
    'replacement-if-eligible': end('replacement-if-eligible'),
  },
})
