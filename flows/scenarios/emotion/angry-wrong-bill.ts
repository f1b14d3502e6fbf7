import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller says the charge was worked out wrong and threatens to go to the consumer association. */
export default scenario({
  id: 'angry-wrong-bill',
  initial: 'accept-and-apologise',
  findOut: ['expectedAmount', 'billedAmount', 'billItem', 'feeAgreedBefore'],
  steps: {
    'accept-and-apologise': say('angry-wrong-bill/accept-and-apologise', {
      'agent said it': 'sympathise',
      'caller threatens to expose or sue': 'respect-right',
    }),
    sympathise: say('angry-wrong-bill/sympathise', {
      'agent said it': 'ask-billed-amount',
      'caller threatens to expose or sue': 'respect-right',
    }),
    'ask-billed-amount': ask('angry-wrong-bill/ask-billed-amount', 'billedAmount', 'ask-expected-amount', {
      'caller does not know': 'ask-bill-item',
    }),
    'ask-expected-amount': ask('angry-wrong-bill/ask-expected-amount', 'expectedAmount', 'ask-bill-item', {
      'caller does not know': 'ask-bill-item',
    }),
    'ask-bill-item': ask('angry-wrong-bill/ask-bill-item', 'billItem', 'ask-agreed-before', {
      'caller does not know': 'ask-agreed-before',
    }),
    'ask-agreed-before': ask('angry-wrong-bill/ask-agreed-before', 'feeAgreedBefore', 'explain-reason', {
      'caller does not know': 'explain-reason',
    }),
    'explain-reason': ask('angry-wrong-bill/explain-reason', 'billVerdict', 'judge-bill', {
      'cannot be settled now': 'ask-callback-time',
      'caller threatens to expose or sue': 'respect-right',
    }),
    'judge-bill': decide([
      { when: is('billVerdict', 'over'), go: 'tell-solution' },
      { when: is('billVerdict', 'right'), go: 'show-the-basis' },
      { when: unknown('billedAmount'), go: 'ask-billed-amount' },
      { go: 'explain-reason' },
    ]),
    'tell-solution': ask('angry-wrong-bill/tell-solution', 'refundArrival', 'confirm-refund', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'confirm-refund': say('angry-wrong-bill/confirm-refund', {
      'agent said it': 'apologise-again-and-thank',
      'caller did not catch it': 'confirm-refund',
    }),
    'show-the-basis': say('angry-wrong-bill/show-the-basis', {
      'caller accepts': 'apologise-again-and-thank',
      'caller calms down': 'apologise-again-and-thank',
      'caller doubts it': 'report-upward',
      'caller threatens to expose or sue': 'respect-right',
    }),
    'apologise-again-and-thank': say('angry-wrong-bill/apologise-again-and-thank', {
      'agent said it': 'judge-ending',
      'caller thanks': 'judge-ending',
    }),
    'judge-ending': decide([{ when: is('billVerdict', 'over'), go: 'refunded' }, { go: 'closed' }]),
    'respect-right': say('angry-wrong-bill/respect-right', {
      'caller accepts': 'judge-bill',
      'caller agrees to go on': 'judge-bill',
      'caller insists': 'report-upward',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    refunded: end('refunded'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
