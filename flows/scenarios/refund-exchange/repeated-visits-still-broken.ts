import { findSameFault, findWarranty, promiseCallback, reportUpward } from '../../common/passages.ts'
import { atLeast, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Several home visits have failed; the caller insists on an exchange or a refund. */
export default scenario({
  id: 'repeated-visits-still-broken',
  initial: 'apologise',
  findOut: ['warranty', 'repairCount', 'sameFault', 'exchangeModel', 'wantsRefund'],
  steps: {
    apologise: say('repeated-visits-still-broken/apologise', {
      'agent said it': 'verify-history',
      'caller insists': 'verify-history',
    }),
    'verify-history': ask('repeated-visits-still-broken/verify-history', 'repairCount', 'check-same-fault', {
      'caller does not know': 'check-same-fault',
    }),
    ...findSameFault('check-warranty'),
    ...findWarranty('confirm-in-warranty', 'explain-out-of-warranty'),
    'confirm-in-warranty': say('repeated-visits-still-broken/confirm-in-warranty', {
      'agent said it': 'judge-exchange',
      'caller insists': 'judge-exchange',
    }),
    'judge-exchange': decide([
      { when: is('meetsExchangeRule', true), go: 'offer-same-model' },
      { when: is('meetsExchangeRule', false), go: 'offer-recheck' },
      { when: atLeast('repairCount', 'repairsBeforeExchange'), go: 'count-repairs' },
      { go: 'offer-recheck' },
    ]),
    'count-repairs': ask('repeated-visits-still-broken/count-repairs', 'meetsExchangeRule', 'judge-exchange', {
      'checked and eligible': 'offer-same-model',
      'checked and not eligible': 'offer-recheck',
      'cannot be settled now': 'report-upward',
    }),
    'offer-same-model': say('repeated-visits-still-broken/offer-same-model', {
      'caller accepts': 'schedule',
      'caller wants another model': 'explain-other-model',
      'caller wants the money back': 'exchange-eligible-wants-refund',
      'caller refuses': 'report-upward',
    }),
    'explain-other-model': say('repeated-visits-still-broken/explain-other-model', {
      'caller accepts': 'work-out-depreciation',
      'caller takes the same model': 'schedule',
      'caller wants the money back': 'exchange-eligible-wants-refund',
    }),
    'work-out-depreciation': ask(
      'repeated-visits-still-broken/work-out-depreciation',
      'depreciationAmount',
      'agree-depreciation',
      { 'cannot be settled now': 'ask-callback-time' },
    ),
    'agree-depreciation': say('repeated-visits-still-broken/agree-depreciation', {
      'caller accepts': 'exchange-with-depreciation',
      'caller takes the same model': 'schedule',
      'caller refuses': 'offer-same-model',
    }),
    schedule: ask('repeated-visits-still-broken/schedule', 'exchangeTime', 'confirm-schedule', {
      'caller does not know': 'ask-callback-time',
    }),
    'confirm-schedule': say('repeated-visits-still-broken/confirm-schedule', {
      'agent said it': 'exchange-arranged',
      'caller did not catch it': 'confirm-schedule',
    }),
    'offer-recheck': say('repeated-visits-still-broken/offer-recheck', {
      'agent said it': 'report-upward',
      'checked and eligible': 'offer-same-model',
    }),
    'explain-out-of-warranty': say('repeated-visits-still-broken/explain-out-of-warranty', {
      'agent said it': 'report-upward',
      'caller doubts it': 'report-upward',
    }),
    ...reportUpward('escalated'),
    ...promiseCallback('escalated'),
    'exchange-eligible-wants-refund': switchTo('exchange-eligible-wants-refund'),
    'exchange-arranged': end('exchange-arranged'),
    'exchange-with-depreciation': end('exchange-with-depreciation'),
    escalated: end('escalated'),
  },
})
