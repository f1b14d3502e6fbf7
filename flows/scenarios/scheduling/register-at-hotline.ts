import { bookVisit } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The caller wants to report at the station and is asked to use the unified hotline. */
export default scenario({
  id: 'register-at-hotline',
  initial: 'explain-policy',
  findOut: ['canDialHotline', 'callerName', 'callbackNumber', 'productLine', 'machineSerial', 'symptom'],
  steps: {
    'explain-policy': say('register-at-hotline/explain-policy', {
      'agent said it': 'judge-dialling',
      'caller rather not dial': 'if-refuse',
      'caller dislikes the report policy': 'complaint-three-steps',
    }),
    'judge-dialling': decide([
      { when: is('canDialHotline', false), go: 'if-refuse' },
      { go: 'ask-to-call' },
    ]),
    'ask-to-call': say('register-at-hotline/ask-to-call', {
      'caller will dial the hotline': 'closed',
      'caller accepts': 'closed',
      'caller rather not dial': 'if-refuse',
      'caller dislikes the report policy': 'complaint-three-steps',
    }),
    'if-refuse': ask('register-at-hotline/if-refuse', 'symptom', 'ask-machine', { 'caller does not know': 'ask-machine' }),
    'ask-machine': ask('register-at-hotline/ask-machine', 'machineSerial', 'register-for-them', {
      'caller does not know': 'register-for-them',
    }),
    'register-for-them': ask('register-at-hotline/register-for-them', 'ticketNumber', 'explain-for-next', {
      'caller dislikes the report policy': 'complaint-three-steps',
    }),
    'explain-for-next': say('register-at-hotline/explain-for-next', {
      'agent said it': 'give-ticket-and-close',
      'caller accepts': 'give-ticket-and-close',
      'caller wants a visit booked': 'book-visit',
      'caller dislikes the report policy': 'complaint-three-steps',
    }),
    ...bookVisit('visit-booked'),
    closed: end('closed'),
    'visit-booked': end('visit-booked'),
    'give-ticket-and-close': switchTo('give-ticket-and-close'),
    'complaint-three-steps': switchTo('complaint-three-steps'),
  },
})
