import { bookVisit, promiseCallback, reportUpward, sendIn } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** A display unit, direct-supply or factory-return machine has a flaw; the caller wants it exchanged. */
export default scenario({
  id: 'display-unit-claim',
  initial: 'confirm-source',
  findOut: ['unitSource', 'faultKind', 'toldDisplayUnit'],
  steps: {
    'confirm-source': ask('display-unit-claim/confirm-source', 'unitSource', 'judge-source', {
      'caller does not know': 'verify-with-seller',
      'caller denies being told': 'verify-with-seller',
    }),
    'judge-source': decide([
      { when: is('unitSource', 'regular'), go: 'exchange-over-15-days-first-fault' },
      { when: is('toldDisplayUnit', false), go: 'verify-with-seller' },
      { when: is('toldDisplayUnit', true), go: 'recall-agreement' },
      { go: 'ask-told' },
    ]),
    'ask-told': ask('display-unit-claim/ask-told', 'toldDisplayUnit', 'judge-source', {
      'caller does not know': 'verify-with-seller',
      'caller denies being told': 'verify-with-seller',
    }),
    'verify-with-seller': say('display-unit-claim/verify-with-seller', { 'agent said it': 'ask-callback-time' }),
    'recall-agreement': say('display-unit-claim/recall-agreement', {
      'agent said it': 'judge-flaw',
      'caller denies being told': 'verify-with-seller',
    }),
    'judge-flaw': decide([
      { when: unknown('faultKind'), go: 'ask-flaw-or-fault' },
      { when: is('faultKind', 'performance'), go: 'offer-free-repair' },
      { go: 'state-no-exchange' },
    ]),
    'ask-flaw-or-fault': ask('display-unit-claim/ask-flaw-or-fault', 'faultKind', 'judge-flaw', {
      'caller does not know': 'offer-free-repair',
    }),
    'state-no-exchange': say('display-unit-claim/state-no-exchange', {
      'agent said it': 'explain-known-defect',
      'caller has performance faults too': 'offer-free-repair',
      'caller denies being told': 'verify-with-seller',
    }),
    'explain-known-defect': say('display-unit-claim/explain-known-defect', {
      'agent said it': 'offer-paid-shell',
      'caller has performance faults too': 'offer-free-repair',
    }),
    'offer-paid-shell': say('display-unit-claim/offer-paid-shell', {
      'caller accepts': 'paid',
      'caller has performance faults too': 'offer-free-repair',
      'caller refuses': 'report-upward',
    }),
    'offer-free-repair': say('display-unit-claim/offer-free-repair', {
      'caller prefers a visit': 'book-visit',
      'caller prefers sending in': 'arrange-send-in',
      'caller accepts': 'book-visit',
      'caller insists': 'report-upward',
    }),
    ...bookVisit('accepted-repair'),
    ...sendIn('accepted-repair'),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'exchange-over-15-days-first-fault': switchTo('exchange-over-15-days-first-fault'),
    'accepted-repair': end('accepted-repair'),
    paid: end('paid'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
