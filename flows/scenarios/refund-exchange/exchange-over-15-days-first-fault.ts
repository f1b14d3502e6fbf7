import { bookVisit, reportUpward, sendIn } from '../../common/passages.ts'
import { all, atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

const withinExchangePeriod = atMost('daysOwned', 'exchangeDays')

/** The first fault came after the refund or exchange period; the caller has lost confidence. */
export default scenario({
  id: 'exchange-over-15-days-first-fault',
  initial: 'acknowledge-worry',
  findOut: ['daysOwned', 'firstFault', 'faultKind', 'remedyWanted'],
  steps: {
    'acknowledge-worry': say('exchange-over-15-days-first-fault/acknowledge-worry', {
      'agent said it': 'check-remedy-wanted',
      'caller wants the money back': 'check-purchase-known',
      'caller chooses exchange': 'check-purchase-known',
    }),
    'check-remedy-wanted': decide([
      { when: unknown('remedyWanted'), go: 'ask-remedy-wanted' },
      { go: 'check-purchase-known' },
    ]),
    'ask-remedy-wanted': ask(
      'exchange-over-15-days-first-fault/ask-remedy-wanted',
      'remedyWanted',
      'check-purchase-known',
      { 'caller does not know': 'check-purchase-known' },
    ),
    'check-purchase-known': decide([
      { when: unknown('daysOwned'), go: 'check-purchase-date' },
      { go: 'check-first-fault' },
    ]),
    'check-purchase-date': ask('exchange-over-15-days-first-fault/check-purchase-date', 'daysOwned', 'check-first-fault', {
      'caller does not know': 'look-up-purchase',
    }),
    'look-up-purchase': ask('exchange-over-15-days-first-fault/look-up-purchase', 'daysOwned', 'check-first-fault', {
      'caller does not know': 'check-first-fault',
      'cannot be settled now': 'check-first-fault',
    }),
    'check-first-fault': decide([
      { when: unknown('firstFault'), go: 'ask-first-fault' },
      { go: 'judge-period' },
    ]),
    'ask-first-fault': ask('exchange-over-15-days-first-fault/ask-first-fault', 'firstFault', 'judge-period', {
      'caller does not know': 'judge-period',
    }),
    'judge-period': decide([
      { when: is('firstFault', false), go: 'repeated-visits-still-broken' },
      { when: all(withinExchangePeriod, unknown('faultKind')), go: 'ask-fault-kind' },
      { when: all(atMost('daysOwned', 'refundDays'), is('faultKind', 'performance')), go: 'offer-three-ways' },
      { when: all(withinExchangePeriod, is('faultKind', 'performance')), go: 'offer-exchange-or-repair' },
      { go: 'explain-rule' },
    ]),
    'ask-fault-kind': ask('exchange-over-15-days-first-fault/ask-fault-kind', 'faultKind', 'judge-period', {
      'caller does not know': 'test-first',
    }),
    'test-first': say('exchange-over-15-days-first-fault/test-first', {
      'agent said it': 'arrange-repair',
      'caller insists': 'report-upward',
    }),
    'offer-three-ways': say('exchange-over-15-days-first-fault/offer-three-ways', {
      'caller wants the money back': 'refund-or-exchange-arranged',
      'caller chooses exchange': 'refund-or-exchange-arranged',
      'caller chooses repair': 'arrange-repair',
    }),
    'offer-exchange-or-repair': say('exchange-over-15-days-first-fault/offer-exchange-or-repair', {
      'caller chooses exchange': 'exchange-arranged',
      'caller chooses repair': 'arrange-repair',
      'caller wants the money back': 'exchange-eligible-wants-refund',
    }),
    'explain-rule': say('exchange-over-15-days-first-fault/explain-rule', {
      'agent said it': 'explain-period-passed',
      'caller says others got one': 'exchange-through-connections',
    }),
    'explain-period-passed': say('exchange-over-15-days-first-fault/explain-period-passed', {
      'agent said it': 'state-quality-control',
      'caller says others got one': 'exchange-through-connections',
      'checked and eligible': 'offer-exchange-or-repair',
    }),
    'state-quality-control': say('exchange-over-15-days-first-fault/state-quality-control', {
      'agent said it': 'commit-to-analyse',
      'caller doubts it': 'commit-to-analyse',
    }),
    'commit-to-analyse': say('exchange-over-15-days-first-fault/commit-to-analyse', {
      'agent said it': 'offer-trained-service',
    }),
    'offer-trained-service': say('exchange-over-15-days-first-fault/offer-trained-service', {
      'agent said it': 'refocus-on-use',
      'caller fears it breaks again': 'repair-shortens-life-worry',
    }),
    'refocus-on-use': say('exchange-over-15-days-first-fault/refocus-on-use', {
      'agent said it': 'arrange-repair',
      'caller fears it breaks again': 'repair-shortens-life-worry',
      'caller insists': 'report-upward',
    }),
    'arrange-repair': say('exchange-over-15-days-first-fault/arrange-repair', {
      'caller prefers a visit': 'book-visit',
      'caller prefers sending in': 'arrange-send-in',
      'caller accepts': 'book-visit',
      'caller insists': 'report-upward',
    }),
    ...bookVisit('accepted-repair'),
    ...sendIn('accepted-repair'),
    ...reportUpward('escalated'),
    'repeated-visits-still-broken': switchTo('repeated-visits-still-broken'),
    'exchange-eligible-wants-refund': switchTo('exchange-eligible-wants-refund'),
    'exchange-through-connections': switchTo('exchange-through-connections'),
    'repair-shortens-life-worry': switchTo('repair-shortens-life-worry'),
    'accepted-repair': end('accepted-repair'),
    'exchange-arranged': end('exchange-arranged'),
    'refund-or-exchange-arranged': end('refund-or-exchange-arranged'),
    escalated: end('escalated'),
  },
})
