import { bookVisit, findSymptom, sendIn } from '../../common/passages.ts'
import { ask, end, say, scenario } from '../../dialogue.ts'

/** The dealer tried to fix the machine and made it worse; the caller is furious about it. */
export default scenario({
  id: 'dealer-botched-service',
  initial: 'apologize-and-empathize',
  findOut: ['dealerAnger', 'symptom', 'dealerWork', 'knowsHotline'],
  steps: {
    'apologize-and-empathize': say('dealer-botched-service/apologize-and-empathize', {
      'agent said it': 'check-symptom',
      'caller blames the machine': 'check-symptom',
    }),
    ...findSymptom('ask-dealer-work'),
    'ask-dealer-work': ask('dealer-botched-service/ask-dealer-work', 'dealerWork', 'solve-fast', {
      'caller does not know': 'solve-fast',
      'caller blames the machine': 'solve-fast',
      'caller still upset': 'apologize-and-empathize',
    }),
    'solve-fast': say('dealer-botched-service/solve-fast', {
      'agent said it': 'speak-for-dealer',
      'solved on the phone': 'confirm-satisfied',
    }),
    'speak-for-dealer': say('dealer-botched-service/speak-for-dealer', {
      'agent said it': 'record-damage',
      'caller still upset': 'record-damage',
    }),
    'record-damage': say('dealer-botched-service/record-damage', { 'agent said it': 'teach-right-channel' }),
    'teach-right-channel': say('dealer-botched-service/teach-right-channel', { 'agent said it': 'choose-service' }),
    'choose-service': say('dealer-botched-service/choose-service', {
      'caller prefers a visit': 'book-visit',
      'caller prefers sending in': 'arrange-send-in',
      'caller accepts': 'book-visit',
      'solved on the phone': 'confirm-satisfied',
    }),
    'confirm-satisfied': say('dealer-botched-service/confirm-satisfied', {
      'caller accepts': 'inform-dealer',
      'caller thanks': 'inform-dealer',
      'caller has nothing else': 'resolved-once',
      'caller still upset': 'choose-service',
    }),
    'inform-dealer': say('dealer-botched-service/inform-dealer', { 'agent said it': 'dealer-informed' }),
    ...bookVisit('visit-booked'),
    ...sendIn('sent-in'),
    'resolved-once': end('resolved-once'),
    'dealer-informed': end('dealer-informed'),
    'visit-booked': end('visit-booked'),
    'sent-in': end('sent-in'),
  },
})
