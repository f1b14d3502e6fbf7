import { reportUpward } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** A flaw in the looks was found on unboxing; the machine itself works. */
export default scenario({
  id: 'cosmetic-flaw-on-unboxing',
  initial: 'apologise',
  findOut: ['flawFound', 'flawPlace', 'flawTest', 'flawCompensation'],
  steps: {
    apologise: say('cosmetic-flaw-on-unboxing/apologise', { 'agent said it': 'check-flaw-found' }),
    'check-flaw-found': decide([
      { when: unknown('flawFound'), go: 'ask-flaw-found' },
      { when: is('flawFound', 'later'), go: 'explain-later-flaw' },
      { go: 'ask-flaw-place' },
    ]),
    'ask-flaw-found': ask('cosmetic-flaw-on-unboxing/ask-flaw-found', 'flawFound', 'check-flaw-found', {
      'caller does not know': 'ask-flaw-place',
    }),
    'explain-later-flaw': say('cosmetic-flaw-on-unboxing/explain-later-flaw', {
      'caller accepts': 'paid',
      'caller refuses': 'report-upward',
      'caller insists': 'report-upward',
    }),
    'ask-flaw-place': ask('cosmetic-flaw-on-unboxing/ask-flaw-place', 'flawPlace', 'explain-likely-cause', {
      'caller does not know': 'explain-likely-cause',
    }),
    'explain-likely-cause': say('cosmetic-flaw-on-unboxing/explain-likely-cause', { 'agent said it': 'check-flaw-test' }),
    'check-flaw-test': decide([
      { when: is('flawTest', 'abnormal'), go: 'exchange-over-15-days-first-fault' },
      { when: is('flawTest', 'normal'), go: 'report-test' },
      { go: 'ask-flaw-test' },
    ]),
    'ask-flaw-test': ask('cosmetic-flaw-on-unboxing/ask-flaw-test', 'flawTest', 'check-flaw-test', {
      'caller does not know': 'propose-compensation',
    }),
    'report-test': say('cosmetic-flaw-on-unboxing/report-test', { 'agent said it': 'describe-impact' }),
    'describe-impact': say('cosmetic-flaw-on-unboxing/describe-impact', {
      'caller accepts': 'propose-compensation',
      'caller finds it ugly': 'propose-compensation',
      'caller insists': 'check-with-seller',
    }),
    'propose-compensation': say('cosmetic-flaw-on-unboxing/propose-compensation', {
      'caller accepts': 'state-limit',
      'caller asks the price': 'leave-amount-open',
      'caller insists': 'check-with-seller',
    }),
    'leave-amount-open': say('cosmetic-flaw-on-unboxing/leave-amount-open', {
      'agent said it': 'state-limit',
      'caller insists': 'check-with-seller',
    }),
    'state-limit': say('cosmetic-flaw-on-unboxing/state-limit', {
      'agent said it': 'confirm-agreement',
      'caller insists': 'check-with-seller',
    }),
    'confirm-agreement': say('cosmetic-flaw-on-unboxing/confirm-agreement', {
      'caller accepts': 'compensated',
      'caller refuses': 'report-upward',
    }),
    'check-with-seller': say('cosmetic-flaw-on-unboxing/check-with-seller', {
      'checked and eligible': 'exchange-arranged',
      'checked and not eligible': 'report-upward',
      'cannot be settled now': 'report-upward',
      'agent said it': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'exchange-over-15-days-first-fault': switchTo('exchange-over-15-days-first-fault'),
    compensated: end('compensated'),
    'exchange-arranged': end('exchange-arranged'),
    paid: end('paid'),
    escalated: end('escalated'),
  },
})
