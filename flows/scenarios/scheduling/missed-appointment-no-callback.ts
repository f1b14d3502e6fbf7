import { reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Nobody came to the appointment, and the promised callback did not come either. */
export default scenario({
  id: 'missed-appointment-no-callback',
  initial: 'apologise',
  findOut: ['missedVisitTime', 'missedVisitProof', 'promisedCaller', 'visitTime'],
  steps: {
    apologise: say('missed-appointment-no-callback/apologise', {
      'agent said it': 'verify',
      'caller wants a refund over this': 'angry-caller',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    verify: ask('missed-appointment-no-callback/verify', 'missedVisitTime', 'own-it', { 'caller does not know': 'own-it' }),
    'own-it': say('missed-appointment-no-callback/own-it', {
      'agent said it': 'ask-dispatch',
      'caller wants a refund over this': 'angry-caller',
      'caller asks for a supervisor': 'demands-supervisor',
      'caller still upset': 'report-upward',
    }),
    'ask-dispatch': ask('missed-appointment-no-callback/ask-dispatch', 'visitTodayPossible', 'judge-today', {
      'cannot be settled now': 'callback',
    }),
    'judge-today': decide([
      { when: is('visitTodayPossible', true), go: 'give-exact-time' },
      { go: 'offer-earliest' },
    ]),
    'give-exact-time': ask('missed-appointment-no-callback/give-exact-time', 'visitTime', 'confirm', {
      'cannot be settled now': 'callback',
      'caller wants a refund over this': 'angry-caller',
    }),
    'offer-earliest': ask('missed-appointment-no-callback/offer-earliest', 'visitTime', 'confirm-earliest', {
      'caller refuses': 'report-upward',
      'cannot be settled now': 'callback',
      'caller wants a refund over this': 'angry-caller',
    }),
    confirm: say('missed-appointment-no-callback/confirm', {
      'agent said it': 'visit-booked',
      'caller did not catch it': 'confirm',
    }),
    'confirm-earliest': say('missed-appointment-no-callback/confirm', {
      'agent said it': 'visit-booked',
      'caller accepts': 'visit-booked',
      'caller did not catch it': 'confirm-earliest',
    }),
    callback: ask('missed-appointment-no-callback/callback', 'callbackTime', 'confirm-callback'),
    'confirm-callback': say('common/promise-callback', {
      'agent said it': 'callback-promised',
      'caller still upset': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'visit-booked': end('visit-booked'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
    'angry-caller': switchTo('angry-caller'),
    'demands-supervisor': switchTo('demands-supervisor'),
  },
})
