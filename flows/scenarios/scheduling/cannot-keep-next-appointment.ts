import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** An earlier repair overruns, and the next customer's appointment cannot be kept. */
export default scenario({
  id: 'cannot-keep-next-appointment',
  initial: 'estimate-time',
  findOut: ['overrunTime', 'firstCustomerChoice', 'spareEngineer', 'nextAppointment'],
  steps: {
    'estimate-time': ask('cannot-keep-next-appointment/estimate-time', 'overrunTime', 'act-when-overrun', {
      'repair will overrun': 'act-when-overrun',
      'repair will finish in time': 'keep-the-time',
      'next customer is asking': 'notify-second-user',
      'first customer doubts the reason': 'explain-honestly',
    }),
    'keep-the-time': say('cannot-keep-next-appointment/keep-the-time', { 'agent said it': 'appointment-kept' }),
    'explain-honestly': say('cannot-keep-next-appointment/explain-honestly', {
      'caller accepts': 'act-when-overrun',
      'first customer agrees': 'confirm-take-away',
      'first customer refuses': 'stay-and-send-another',
    }),
    'act-when-overrun': ask('cannot-keep-next-appointment/act-when-overrun', 'firstCustomerChoice', 'judge-choice', {
      'first customer agrees': 'notify-second-user',
      'first customer refuses': 'stay-and-send-another',
      'first customer doubts the reason': 'explain-honestly',
    }),
    'judge-choice': decide([
      { when: is('firstCustomerChoice', 'station'), go: 'confirm-take-away' },
      { when: is('firstCustomerChoice', 'swap'), go: 'confirm-swap' },
      { go: 'stay-and-send-another' },
    ]),
    'confirm-take-away': say('cannot-keep-next-appointment/confirm-take-away', {
      'caller accepts': 'taken-to-station',
      'next customer is asking': 'notify-second-user',
      'first customer refuses': 'stay-and-send-another',
    }),
    'confirm-swap': say('cannot-keep-next-appointment/confirm-swap', {
      'caller accepts': 'engineer-swapped',
      'next customer is asking': 'notify-second-user',
      'first customer refuses': 'stay-and-send-another',
    }),
    'stay-and-send-another': say('cannot-keep-next-appointment/stay-and-send-another', {
      'agent said it': 'other-engineer-for-second',
      'next customer is asking': 'send-another-in-time',
    }),
    'notify-second-user': say('cannot-keep-next-appointment/notify-second-user', {
      'caller accepts': 'agree-later-time',
      'caller will not wait for them': 'send-another-in-time',
      'another engineer can go': 'send-another-in-time',
    }),
    'agree-later-time': ask('cannot-keep-next-appointment/agree-later-time', 'laterVisitTime', 'confirm-later-time', {
      'caller will not wait for them': 'send-another-in-time',
    }),
    'confirm-later-time': say('cannot-keep-next-appointment/confirm-later-time', {
      'agent said it': 'late-arrival-accepted',
      'caller did not catch it': 'confirm-later-time',
    }),
    'send-another-in-time': say('cannot-keep-next-appointment/send-another-in-time', {
      'caller accepts': 'other-engineer-for-second',
      'cannot be settled now': 'agree-later-time',
    }),
    'taken-to-station': end('taken-to-station'),
    'engineer-swapped': end('engineer-swapped'),
    'late-arrival-accepted': end('late-arrival-accepted'),
    'other-engineer-for-second': end('other-engineer-for-second'),
    'appointment-kept': end('appointment-kept'),
  },
})
