import { findRepairCount } from '../../common/passages.ts'
import { all, any, atLeast, atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

const withinRefundPeriod = atMost('daysOwned', 'refundDays')
const withinExchangePeriod = atMost('daysOwned', 'exchangeDays')
const repairedTwiceInWarranty = all(atLeast('repairCount', 'repairsBeforeExchange'), atMost('daysOwned', 'warrantyDays'))

/** Is the machine covered by the three guarantees, and what does that give the caller today? */
export default scenario({
  id: 'is-my-pc-under-three-guarantees',
  initial: 'answer-directly',
  findOut: [
    'daysOwned',
    'invoice',
    'faultKind',
    'faultCause',
    'guaranteedItem',
    'customerKind',
    'purchaseChannel',
    'repairCount',
  ],
  steps: {
    'answer-directly': say('is-my-pc-under-three-guarantees/answer-directly', {
      'agent said it': 'check-date',
      'caller just regrets buying': 'explain-regret',
      'caller complains of a price drop': 'explain-price-drop',
      'caller bought a display unit': 'explain-display-unit',
      'caller paid above the guide price': 'refer-to-seller',
      'company bought the machine': 'check-contract',
    }),
    'check-date': decide([
      { when: unknown('daysOwned'), go: 'ask-date-and-proof' },
      { go: 'check-proof' },
    ]),
    'ask-date-and-proof': ask('is-my-pc-under-three-guarantees/ask-date-and-proof', 'daysOwned', 'check-proof', {
      'caller does not know': 'check-proof',
      'company bought the machine': 'check-contract',
    }),
    'check-proof': decide([
      { when: unknown('invoice'), go: 'ask-invoice' },
      { when: is('invoice', 'present'), go: 'check-fault' },
      { go: 'explain-no-proof' },
    ]),
    'ask-invoice': ask('common/ask-invoice', 'invoice', 'check-proof', { 'caller does not know': 'check-fault' }),
    'explain-no-proof': say('is-my-pc-under-three-guarantees/explain-no-proof', {
      'caller accepts': 'verify-warranty',
      'agent said it': 'verify-warranty',
    }),
    'check-contract': say('is-my-pc-under-three-guarantees/check-contract', {
      'caller accepts': 'verify-warranty',
      'agent said it': 'verify-warranty',
    }),
    'check-fault': decide([
      { when: unknown('faultKind'), go: 'ask-fault-and-history' },
      { go: 'check-repair-count' },
    ]),
    'ask-fault-and-history': ask('is-my-pc-under-three-guarantees/ask-fault-and-history', 'faultKind', 'check-repair-count', {
      'caller does not know': 'check-repair-count',
      'caller just regrets buying': 'explain-regret',
    }),
    ...findRepairCount('judge-cover'),
    'judge-cover': decide([
      { when: any(is('faultKind', 'damage'), is('faultKind', 'software')), go: 'explain-exclusions' },
      { when: is('faultKind', 'none'), go: 'explain-regret' },
      { when: is('faultKind', 'cosmetic'), go: 'explain-cosmetic-flaw' },
      { go: 'state-options-by-window' },
    ]),
    'state-options-by-window': say('is-my-pc-under-three-guarantees/state-options-by-window', { 'agent said it': 'judge-window' }),
    'judge-window': decide([
      { when: withinRefundPeriod, go: 'tell-refund-window' },
      { when: withinExchangePeriod, go: 'tell-exchange-window' },
      { when: repairedTwiceInWarranty, go: 'tell-repaired-twice' },
      { go: 'tell-repair-first' },
    ]),
    'tell-refund-window': say('is-my-pc-under-three-guarantees/tell-refund-window', { 'agent said it': 'next-step' }),
    'tell-exchange-window': say('is-my-pc-under-three-guarantees/tell-exchange-window', {
      'agent said it': 'next-step',
      'caller prefers a refund': 'explain-refund-cost',
      'caller disputes the borderline': 'refer-borderline',
    }),
    'tell-repaired-twice': say('is-my-pc-under-three-guarantees/tell-repaired-twice', {
      'agent said it': 'next-step',
      'caller prefers a refund': 'explain-refund-cost',
    }),
    'tell-repair-first': say('is-my-pc-under-three-guarantees/tell-repair-first', {
      'caller accepts': 'next-step',
      'caller has another way to exchange': 'explain-one-rule',
      'caller disputes the borderline': 'refer-borderline',
      'caller refuses': 'refer-borderline',
    }),
    'explain-refund-cost': say('is-my-pc-under-three-guarantees/explain-refund-cost', {
      'caller accepts': 'refund-or-exchange',
      'caller refuses': 'next-step',
      'caller disputes the borderline': 'refer-borderline',
    }),
    'explain-one-rule': say('is-my-pc-under-three-guarantees/explain-one-rule', {
      'caller accepts': 'accepted-repair',
      'caller disputes the borderline': 'refer-borderline',
    }),
    'explain-exclusions': say('is-my-pc-under-three-guarantees/explain-exclusions', {
      'agent said it': 'offer-paid-repair',
      'caller disputes the borderline': 'refer-borderline',
    }),
    'offer-paid-repair': say('is-my-pc-under-three-guarantees/offer-paid-repair', {
      'caller accepts': 'quote-sent',
      'caller refuses': 'explained-policy',
      'caller disputes the borderline': 'refer-borderline',
    }),
    'explain-regret': say('is-my-pc-under-three-guarantees/explain-regret', {
      'agent said it': 'explained-policy',
      'caller disputes the borderline': 'refer-borderline',
    }),
    'explain-display-unit': say('is-my-pc-under-three-guarantees/explain-display-unit', { 'agent said it': 'explained-policy' }),
    'explain-price-drop': say('is-my-pc-under-three-guarantees/explain-price-drop', {
      'agent said it': 'explained-policy',
      'caller calms down': 'explained-policy',
    }),
    'explain-cosmetic-flaw': say('is-my-pc-under-three-guarantees/explain-cosmetic-flaw', {
      'caller accepts': 'explained-policy',
      'caller refuses': 'refer-borderline',
    }),
    'refer-to-seller': say('is-my-pc-under-three-guarantees/refer-to-seller', { 'agent said it': 'referred-to-dealer' }),
    'next-step': say('is-my-pc-under-three-guarantees/next-step', { 'agent said it': 'judge-outcome' }),
    'judge-outcome': decide([
      { when: withinRefundPeriod, go: 'refund-or-exchange' },
      { when: withinExchangePeriod, go: 'refund-or-exchange' },
      { when: repairedTwiceInWarranty, go: 'refund-or-exchange' },
      { go: 'accepted-repair' },
    ]),
    'refer-borderline': ask('is-my-pc-under-three-guarantees/refer-borderline', 'callbackTime', 'confirm-borderline'),
    'confirm-borderline': say('common/confirm-report', { 'agent said it': 'escalated' }),
    'accepted-repair': end('accepted-repair'),
    'refund-or-exchange': end('refund-or-exchange'),
    'quote-sent': end('quote-sent'),
    'explained-policy': end('explained-policy'),
    'verify-warranty': end('verify-warranty'),
    'referred-to-dealer': end('referred-to-dealer'),
    escalated: end('escalated'),
  },
})
