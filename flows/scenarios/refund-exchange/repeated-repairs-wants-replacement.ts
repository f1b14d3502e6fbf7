import { all, any, atLeast, atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

const withinExchangePeriod = atMost('daysOwned', 'exchangeDays')
const repairedTwiceInWarranty = all(
  atLeast('repairCount', 'repairsBeforeExchange'),
  any(atMost('daysOwned', 'warrantyDays'), is('warranty', 'in')),
)

/** Repaired several times and broken again; the caller wants a new machine. */
export default scenario({
  id: 'repeated-repairs-wants-replacement',
  initial: 'apologize-and-empathize',
  findOut: ['repairCount', 'daysOwned', 'sameFault', 'meetsExchangeRule', 'repairWorry'],
  steps: {
    'apologize-and-empathize': say('repeated-repairs-wants-replacement/apologize-and-empathize', {
      'agent said it': 'commit-responsibility',
      'caller fed up with small faults': 'commit-responsibility',
    }),
    'commit-responsibility': say('repeated-repairs-wants-replacement/commit-responsibility', {
      'agent said it': 'check-exchange-rule',
      'caller insists': 'check-exchange-rule',
      'caller fed up with small faults': 'check-exchange-rule',
    }),
    'check-exchange-rule': decide([
      { when: is('meetsExchangeRule', true), go: 'offer-replacement' },
      { when: is('meetsExchangeRule', false), go: 'explain-replacement-criteria' },
      { when: unknown('repairCount'), go: 'ask-repair-count' },
      { when: unknown('daysOwned'), go: 'ask-days-owned' },
      { when: any(withinExchangePeriod, repairedTwiceInWarranty), go: 'verify-records' },
      { go: 'explain-replacement-criteria' },
    ]),
    'ask-repair-count': ask('common/ask-repair-count', 'repairCount', 'check-exchange-rule', {
      'caller does not know': 'verify-records',
    }),
    'ask-days-owned': ask('common/ask-days-owned', 'daysOwned', 'check-exchange-rule', {
      'caller does not know': 'verify-records',
    }),
    'verify-records': ask(
      'repeated-repairs-wants-replacement/verify-records',
      'meetsExchangeRule',
      'check-exchange-rule',
      {
        'checked and eligible': 'offer-replacement',
        'checked and not eligible': 'explain-replacement-criteria',
      },
    ),
    'offer-replacement': say('repeated-repairs-wants-replacement/offer-replacement', {
      'caller accepts': 'replacement-if-eligible',
      'caller chooses repair': 'reframe-to-guarantee',
      'caller wants the money back': 'exchange-eligible-wants-refund',
    }),
    'explain-replacement-criteria': say('repeated-repairs-wants-replacement/explain-replacement-criteria', {
      'agent said it': 'reframe-to-guarantee',
      'caller uneasy without exchange': 'reframe-to-guarantee',
      'caller objects to the rules': 'apologise-for-the-rule',
      'checked and eligible': 'offer-replacement',
    }),
    'reframe-to-guarantee': say('repeated-repairs-wants-replacement/reframe-to-guarantee', {
      'caller accepts': 'accepted-repair',
      'caller uneasy without exchange': 'promise-full-inspection',
      'caller objects to the rules': 'apologise-for-the-rule',
    }),
    'promise-full-inspection': say('repeated-repairs-wants-replacement/promise-full-inspection', {
      'caller accepts': 'full-inspection',
      'caller objects to the rules': 'apologise-for-the-rule',
    }),
    'apologise-for-the-rule': say('repeated-repairs-wants-replacement/apologise-for-the-rule', {
      'agent said it': 'gift-and-apology',
      'caller accepts': 'accepted-repair',
    }),
    'exchange-eligible-wants-refund': switchTo('exchange-eligible-wants-refund'),
    'accepted-repair': end('accepted-repair'),
    'full-inspection': end('full-inspection'),
    'gift-and-apology': end('gift-and-apology'),
    'replacement-if-eligible': end('replacement-if-eligible'),
  },
})
