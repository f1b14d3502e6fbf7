import { bookVisit, findDaysOwned, promiseCallback, reportUpward, sendIn } from '../../common/passages.ts'
import { all, atMost, is } from '../../conditions.ts'
import { decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The exchange period is over, but the caller believes that some other channel can still get it done. */
export default scenario({
  id: 'exchange-through-connections',
  initial: 'acknowledge',
  findOut: ['daysOwned', 'connectionKind', 'exchangeMachineState'],
  steps: {
    acknowledge: say('exchange-through-connections/acknowledge', {
      'agent said it': 'check-days-owned',
      'caller cites a precedent': 'set-precedent-aside',
      'caller offers a favour': 'decline-favour',
    }),
    ...findDaysOwned('judge-days'),
    'judge-days': decide([
      {
        when: all(atMost('daysOwned', 'exchangeDays'), is('faultKind', 'performance')),
        go: 'exchange-over-15-days-first-fault',
      },
      { go: 'explain-expired' },
    ]),
    'explain-expired': say('exchange-through-connections/explain-expired', {
      'agent said it': 'explain-uniform-rule',
      'caller cites a precedent': 'set-precedent-aside',
      'caller offers a favour': 'decline-favour',
      'checked and eligible': 'exchange-over-15-days-first-fault',
    }),
    'set-precedent-aside': say('exchange-through-connections/set-precedent-aside', {
      'agent said it': 'explain-uniform-rule',
      'caller insists': 'explain-uniform-rule',
    }),
    'decline-favour': say('exchange-through-connections/decline-favour', {
      'agent said it': 'explain-uniform-rule',
      'caller cites a precedent': 'explain-uniform-rule',
    }),
    'explain-uniform-rule': say('exchange-through-connections/explain-uniform-rule', {
      'agent said it': 'point-to-repair',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'point-to-repair': say('exchange-through-connections/point-to-repair', {
      'agent said it': 'invite-decision',
      'caller insists': 'report-upward',
    }),
    'invite-decision': say('exchange-through-connections/invite-decision', {
      'caller accepts': 'book-visit',
      'caller prefers a visit': 'book-visit',
      'caller prefers sending in': 'arrange-send-in',
      'caller wants to think': 'ask-callback-time',
      'caller insists': 'report-upward',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    ...bookVisit('visit-booked'),
    ...sendIn('accepted-repair'),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'demands-supervisor': switchTo('demands-supervisor'),
    'exchange-over-15-days-first-fault': switchTo('exchange-over-15-days-first-fault'),
    'visit-booked': end('visit-booked'),
    'accepted-repair': end('accepted-repair'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
