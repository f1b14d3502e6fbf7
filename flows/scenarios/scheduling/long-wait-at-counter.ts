import { findSymptom, promiseCallback } from '../../common/passages.ts'
import { atLeast, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller has been waiting at the service counter, or asks how long it will take. */
export default scenario({
  id: 'long-wait-at-counter',
  initial: 'greet-and-forewarn',
  findOut: ['queueEstimate', 'waitingPlan', 'minutesWaited', 'callbackNumber'],
  steps: {
    'greet-and-forewarn': ask('long-wait-at-counter/greet-and-forewarn', 'queueEstimate', 'check-waited', {
      'caller tired of the queue': 'report-progress',
      'queue cannot be told yet': 'ask-callback-time',
      'promised queue time has passed': 'report-progress',
      'caller complains about the queue': 'call-the-manager',
    }),
    'check-waited': decide([
      { when: atLeast('minutesWaited', 'counterReportAfterMinutes'), go: 'report-progress' },
      { when: is('waitingPlan', 'leave'), go: 'check-symptom' },
      { go: 'state-estimate-and-offer-choice' },
    ]),
    'state-estimate-and-offer-choice': say('long-wait-at-counter/state-estimate-and-offer-choice', {
      'caller will wait there': 'settle-waiting-customer',
      'caller will leave the machine': 'check-symptom',
      'caller tired of the queue': 'report-progress',
      'caller complains about the queue': 'call-the-manager',
      'caller wants to think': 'offer-a-slot',
    }),
    'settle-waiting-customer': say('long-wait-at-counter/settle-waiting-customer', {
      'agent said it': 'promise-progress',
      'caller will leave the machine': 'check-symptom',
    }),
    'promise-progress': say('long-wait-at-counter/promise-progress', { 'agent said it': 'waits-on-site' }),
    'report-progress': say('long-wait-at-counter/report-progress', {
      'caller calms down': 'promise-progress',
      'caller will wait there': 'waits-on-site',
      'caller will leave the machine': 'check-symptom',
      'caller complains about the queue': 'call-the-manager',
    }),
    ...findSymptom('ask-pickup-number'),
    'ask-pickup-number': ask('long-wait-at-counter/ask-pickup-number', 'callbackNumber', 'take-in-and-issue-slip', {
      'caller refuses': 'take-in-and-issue-slip',
    }),
    'take-in-and-issue-slip': say('long-wait-at-counter/take-in-and-issue-slip', {
      'agent said it': 'machine-left',
      'caller will wait there': 'settle-waiting-customer',
    }),
    'offer-a-slot': say('long-wait-at-counter/offer-a-slot', {
      'caller accepts': 'ask-callback-time',
      'caller will leave the machine': 'check-symptom',
      'caller refuses': 'state-estimate-and-offer-choice',
    }),
    'call-the-manager': say('long-wait-at-counter/call-the-manager', {
      'agent said it': 'escalated',
      'caller will leave the machine': 'check-symptom',
    }),
    ...promiseCallback('callback-promised'),
    'waits-on-site': end('waits-on-site'),
    'machine-left': end('machine-left'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
