import { bookVisit } from '../../common/passages.ts'
import { is, not, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Smoke, a burning smell, a shock or a swollen battery, with nobody hurt yet. */
export default scenario({
  id: 'crisis-safety-hazard',
  initial: 'check-people',
  findOut: ['someoneHurt', 'poweredOff', 'hazardSign', 'hazardModel'],
  steps: {
    'check-people': ask('crisis-safety-hazard/check-people', 'someoneHurt', 'judge-people', {
      'everyone is safe': 'stop-using',
      'someone is hurt': 'crisis-personal-injury',
      'smoke or flames right now': 'leave-and-call-fire-service',
      'caller does not know': 'stop-using',
    }),
    'judge-people': decide([
      { when: is('someoneHurt', true), go: 'crisis-personal-injury' },
      { go: 'stop-using' },
    ]),
    'leave-and-call-fire-service': say('crisis-safety-hazard/leave-and-call-fire-service', {
      'agent said it': 'escalated',
    }),
    'stop-using': say('crisis-safety-hazard/stop-using', {
      'agent said it': 'apologise',
      'caller asks to go on using it': 'advise-not-to-use',
      'smoke or flames right now': 'leave-and-call-fire-service',
    }),
    'advise-not-to-use': say('crisis-safety-hazard/advise-not-to-use', {
      'agent said it': 'apologise',
      'caller will bring the hazard in': 'prepare-send-in',
    }),
    apologise: say('crisis-safety-hazard/apologise', {
      'agent said it': 'ask-sign',
      'caller wants money for the scare': 'record-demand',
      'caller threatens to expose or sue': 'record-demand',
    }),
    'ask-sign': ask('crisis-safety-hazard/ask-sign', 'hazardSign', 'arrange-check', {
      'caller does not know': 'arrange-check',
    }),
    'arrange-check': say('crisis-safety-hazard/arrange-check', {
      'caller will bring the hazard in': 'prepare-send-in',
      'caller prefers a visit': 'book-visit',
      'caller asks to go on using it': 'advise-not-to-use',
      'caller wants money for the scare': 'record-demand',
      'caller threatens to expose or sue': 'record-demand',
    }),
    'prepare-send-in': say('crisis-safety-hazard/prepare-send-in', {
      'agent said it': 'report',
      'caller asks to go on using it': 'sent-in',
    }),
    ...bookVisit('report'),
    report: ask('crisis-safety-hazard/report', 'callbackTime', 'follow-up', {
      'caller does not know': 'report-without-time',
    }),
    'report-without-time': say('crisis-safety-hazard/report-without-time', { 'agent said it': 'check-arranged-way' }),
    'follow-up': say('crisis-safety-hazard/follow-up', {
      'agent said it': 'check-arranged-way',
      'caller wants money for the scare': 'record-demand',
    }),
    'check-arranged-way': decide([
      { when: not(unknown('visitTime')), go: 'visit-booked' },
      { go: 'sent-in' },
    ]),
    'record-demand': say('crisis-safety-hazard/record-demand', { 'agent said it': 'escalated' }),
    'sent-in': end('sent-in'),
    'visit-booked': end('visit-booked'),
    escalated: end('escalated'),
    'crisis-personal-injury': switchTo('crisis-personal-injury'),
  },
})
