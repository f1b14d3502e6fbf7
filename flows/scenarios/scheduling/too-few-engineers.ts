import { sendIn } from '../../common/passages.ts'
import { atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller says there are too few engineers and that they come too late. */
export default scenario({
  id: 'too-few-engineers',
  initial: 'check-report-time',
  findOut: ['hoursSinceReport', 'visitIsUrgent', 'staffingAim'],
  steps: {
    'check-report-time': decide([
      { when: unknown('hoursSinceReport'), go: 'ask-report-time' },
      { when: atMost('hoursSinceReport', 'visitWithinHours'), go: 'reassure-commitment' },
      { go: 'admit-overdue' },
    ]),
    'ask-report-time': ask('too-few-engineers/ask-report-time', 'hoursSinceReport', 'check-report-time', {
      'caller does not know': 'reassure-commitment',
      'caller is only grumbling': 'thank-for-remark',
    }),
    'admit-overdue': ask('too-few-engineers/admit-overdue', 'callbackTime', 'confirm-overdue'),
    'confirm-overdue': say('common/confirm-report', {
      'agent said it': 'escalated',
      'caller prefers sending in': 'suggest-station',
    }),
    'reassure-commitment': say('too-few-engineers/reassure-commitment', {
      'agent said it': 'judge-aim',
      'caller wants more engineers': 'explain-staffing-basis',
      'caller cannot wait for the visit': 'suggest-station',
      'caller is only grumbling': 'thank-for-remark',
    }),
    'judge-aim': decide([
      { when: is('visitIsUrgent', true), go: 'suggest-station' },
      { when: is('staffingAim', 'remark'), go: 'thank-for-remark' },
      { go: 'explain-staffing-basis' },
    ]),
    'explain-staffing-basis': say('too-few-engineers/explain-staffing-basis', {
      'agent said it': 'confirm-appointment',
      'caller wants more engineers': 'explain-cost-link',
      'caller cannot wait for the visit': 'suggest-station',
    }),
    'explain-cost-link': say('too-few-engineers/explain-cost-link', {
      'agent said it': 'confirm-appointment',
      'caller is only grumbling': 'thank-for-remark',
      'caller cannot wait for the visit': 'suggest-station',
    }),
    'confirm-appointment': ask('too-few-engineers/confirm-appointment', 'visitTime', 'read-back-visit', {
      'caller cannot wait for the visit': 'suggest-station',
      'caller is only grumbling': 'thank-for-remark',
    }),
    'read-back-visit': say('too-few-engineers/read-back-visit', {
      'agent said it': 'visit-booked',
      'caller accepts': 'visit-booked',
      'caller did not catch it': 'read-back-visit',
    }),
    'suggest-station': say('too-few-engineers/suggest-station', {
      'caller accepts': 'arrange-send-in',
      'caller prefers sending in': 'arrange-send-in',
      'caller refuses': 'confirm-appointment',
    }),
    ...sendIn('sent-in'),
    'thank-for-remark': say('too-few-engineers/thank-for-remark', {
      'agent said it': 'understood',
      'caller cannot wait for the visit': 'suggest-station',
    }),
    'visit-booked': end('visit-booked'),
    'sent-in': end('sent-in'),
    escalated: end('escalated'),
    understood: end('understood'),
  },
})
