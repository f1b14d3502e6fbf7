import { reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** After a paid visit the caller says the machine is not fixed and will not pay. */
export default scenario({
  id: 'refuses-to-pay-not-fixed',
  initial: 'record-all-symptoms',
  findOut: ['symptom', 'itemsConfirmed', 'furtherFault', 'payDelayReason', 'feeAmount'],
  steps: {
    'record-all-symptoms': ask('refuses-to-pay-not-fixed/record-all-symptoms', 'symptom', 'explain-paid-per-visit', {
      'caller says not fixed': 'reconfirm-on-visit',
      'caller wants test before signing': 'confirm-overall',
      'caller does not know': 'explain-paid-per-visit',
    }),
    'explain-paid-per-visit': say('refuses-to-pay-not-fixed/explain-paid-per-visit', {
      'caller accepts': 'reconfirm-on-visit',
      'agent said it': 'reconfirm-on-visit',
      'caller refuses': 'offer-choice',
      'caller asks the price': 'reconfirm-on-visit',
    }),
    'offer-choice': say('refuses-to-pay-not-fixed/offer-choice', {
      'caller accepts': 'reconfirm-on-visit',
      'caller refuses': 'disputed',
    }),
    'reconfirm-on-visit': ask('refuses-to-pay-not-fixed/reconfirm-on-visit', 'itemsConfirmed', 'judge-confirmed', {
      'caller accepts': 'confirm-each-item',
      'caller says not fixed': 'rework-same-fault',
      'caller does not know': 'confirm-each-item',
      'caller refuses': 'rework-same-fault',
    }),
    'judge-confirmed': decide([
      { when: is('itemsConfirmed', false), go: 'rework-same-fault' },
      { go: 'confirm-each-item' },
    ]),
    'rework-same-fault': say('refuses-to-pay-not-fixed/rework-same-fault', {
      'caller accepts': 'confirm-each-item',
      'caller refuses': 'report-upward',
      'caller insists': 'report-upward',
    }),
    'confirm-each-item': say('refuses-to-pay-not-fixed/confirm-each-item', {
      'agent said it': 'confirm-overall',
      'caller accepts': 'confirm-overall',
      'caller says not fixed': 'rework-same-fault',
      'caller wants test before signing': 'confirm-overall',
    }),
    'confirm-overall': ask('refuses-to-pay-not-fixed/confirm-overall', 'furtherFault', 'judge-further', {
      'caller names another fault': 'fix-extra-today',
      'caller wants test before signing': 'test-right-now',
      'caller says not fixed': 'rework-same-fault',
      'caller accepts': 'collect-fee',
      'caller does not know': 'test-right-now',
    }),
    'judge-further': decide([
      { when: is('furtherFault', 'today'), go: 'fix-extra-today' },
      { go: 'collect-fee' },
    ]),
    'fix-extra-today': say('refuses-to-pay-not-fixed/fix-extra-today', {
      'fault was fixed at once': 'confirm-extra-paid',
      'cannot be settled now': 'report-upward',
      'caller refuses': 'report-upward',
    }),
    'confirm-extra-paid': say('refuses-to-pay-not-fixed/confirm-extra-paid', {
      'caller accepts': 'extra-issue-fixed-then-paid',
      'caller hesitates to pay': 'collect-fee',
      'caller refuses': 'report-upward',
    }),
    'test-right-now': say('refuses-to-pay-not-fixed/test-right-now', {
      'caller accepts': 'confirm-test-paid',
      'caller refuses': 'offer-test-time',
    }),
    'confirm-test-paid': say('refuses-to-pay-not-fixed/confirm-test-paid', {
      'caller accepts': 'test-now-then-paid',
      'caller says not fixed': 'rework-same-fault',
      'caller hesitates to pay': 'collect-fee',
    }),
    'offer-test-time': ask('refuses-to-pay-not-fixed/offer-test-time', 'callbackTime', 'promise-test-result', {
      'caller refuses': 'report-upward',
    }),
    'promise-test-result': say('refuses-to-pay-not-fixed/promise-test-result', {
      'agent said it': 'disputed',
    }),
    'collect-fee': ask('refuses-to-pay-not-fixed/collect-fee', 'feeAmount', 'confirm-amount', {
      'caller hesitates to pay': 'report-upward',
      'caller names another fault': 'fix-extra-today',
      'cannot be settled now': 'report-upward',
    }),
    'confirm-amount': say('refuses-to-pay-not-fixed/confirm-amount', {
      'caller accepts': 'paid',
      'caller hesitates to pay': 'report-upward',
      'caller refuses': 'report-upward',
      'caller says not fixed': 'rework-same-fault',
    }),
    ...reportUpward('disputed'),
    paid: end('paid'),
    'extra-issue-fixed-then-paid': end('extra-issue-fixed-then-paid'),
    'test-now-then-paid': end('test-now-then-paid'),
    disputed: end('disputed'),
  },
})
