import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { all, atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The machine qualifies for an exchange, but the caller only wants the money back; depreciation applies. */
export default scenario({
  id: 'exchange-eligible-wants-refund',
  initial: 'acknowledge-choice',
  findOut: ['meetsExchangeRule', 'daysOwned', 'purchasePrice', 'refundReason'],
  steps: {
    'acknowledge-choice': ask('exchange-eligible-wants-refund/acknowledge-choice', 'refundReason', 'check-eligibility', {
      'caller does not know': 'check-eligibility',
      'caller insists': 'check-eligibility',
    }),
    'check-eligibility': decide([
      { when: all(atMost('daysOwned', 'refundDays'), is('faultKind', 'performance')), go: 'exchange-over-15-days-first-fault' },
      { when: is('meetsExchangeRule', true), go: 'explain-depreciation-rule' },
      { when: is('meetsExchangeRule', false), go: 'exchange-over-15-days-first-fault' },
      { when: unknown('daysOwned'), go: 'ask-days-owned' },
      { go: 'verify-eligibility' },
    ]),
    'ask-days-owned': ask('common/ask-days-owned', 'daysOwned', 'check-eligibility', {
      'caller does not know': 'verify-eligibility',
    }),
    'verify-eligibility': ask('exchange-eligible-wants-refund/verify-eligibility', 'meetsExchangeRule', 'check-eligibility', {
      'checked and eligible': 'explain-depreciation-rule',
      'checked and not eligible': 'exchange-over-15-days-first-fault',
      'cannot be settled now': 'ask-callback-time',
    }),
    'explain-depreciation-rule': say('exchange-eligible-wants-refund/explain-depreciation-rule', {
      'agent said it': 'check-amount',
      'caller disputes the deduction': 'cite-the-rule',
      'caller takes the same model': 'exchange-arranged',
    }),
    'cite-the-rule': say('exchange-eligible-wants-refund/cite-the-rule', {
      'agent said it': 'check-amount',
      'caller disputes the deduction': 'report-upward',
    }),
    'check-amount': decide([
      { when: is('meetsExchangeRule', false), go: 'exchange-over-15-days-first-fault' },
      { when: unknown('purchasePrice'), go: 'ask-purchase-price' },
      { when: unknown('depreciationAmount'), go: 'work-out-amount' },
      { go: 'state-amount' },
    ]),
    'ask-purchase-price': ask('exchange-eligible-wants-refund/ask-purchase-price', 'purchasePrice', 'work-out-amount', {
      'caller does not know': 'work-out-amount',
    }),
    'work-out-amount': ask('exchange-eligible-wants-refund/work-out-amount', 'depreciationAmount', 'state-amount', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'state-amount': say('exchange-eligible-wants-refund/state-amount', {
      'agent said it': 'compare-cost',
      'caller disputes the deduction': 'explain-depreciation-rule',
    }),
    'compare-cost': say('exchange-eligible-wants-refund/compare-cost', {
      'agent said it': 'recall-need',
      'caller insists': 'explain-refund-steps',
    }),
    'recall-need': say('exchange-eligible-wants-refund/recall-need', {
      'agent said it': 'propose-exchange',
      'caller insists': 'explain-refund-steps',
    }),
    'propose-exchange': say('exchange-eligible-wants-refund/propose-exchange', {
      'caller accepts': 'exchange-arranged',
      'caller insists': 'explain-refund-steps',
      'caller disputes the deduction': 'explain-depreciation-rule',
      'caller wants to think': 'ask-callback-time',
    }),
    'explain-refund-steps': say('exchange-eligible-wants-refund/explain-refund-steps', {
      'caller accepts': 'refund-with-depreciation',
      'caller takes the same model': 'exchange-arranged',
      'caller refuses': 'report-upward',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'exchange-over-15-days-first-fault': switchTo('exchange-over-15-days-first-fault'),
    'exchange-arranged': end('exchange-arranged'),
    'refund-with-depreciation': end('refund-with-depreciation'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
