import { bookVisit, promiseCallback } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The picture ripples because of something near the machine. */
export default scenario({
  id: 'environment-interference-screen',
  initial: 'calm-and-commit',
  findOut: [
    'resolutionState',
    'interferenceSource',
    'daysOwned',
    'rippleAfterMove',
    'callbackNumber',
    'screenKind',
  ],
  steps: {
    'calm-and-commit': say('environment-interference-screen/calm-and-commit', {
      'agent said it': 'collect-symptom',
      'caller angry': 'collect-symptom',
      'caller demands a visit at once': 'explain-quick-try',
    }),
    'explain-quick-try': say('environment-interference-screen/explain-quick-try', {
      'caller accepts': 'collect-symptom',
      'caller demands a visit at once': 'guide-relocation',
      'caller refuses': 'register-fault',
    }),
    'collect-symptom': ask('environment-interference-screen/collect-symptom', 'symptom', 'ask-surroundings', {
      'caller does not know': 'ask-surroundings',
      'caller is still uneasy about the screen': 'confirm-facts',
    }),
    'ask-surroundings': ask('environment-interference-screen/ask-surroundings', 'interferenceSource', 'ask-resolution', {
      'caller does not know': 'ask-resolution',
    }),
    'ask-resolution': ask('environment-interference-screen/ask-resolution', 'resolutionState', 'ask-screen-kind', {
      'caller does not know': 'ask-screen-kind',
    }),
    'ask-screen-kind': ask('environment-interference-screen/ask-screen-kind', 'screenKind', 'confirm-facts', { 'caller does not know': 'confirm-facts' }),
    'confirm-facts': say('environment-interference-screen/confirm-facts', { 'agent said it': 'judge-cause', 'caller did not catch it': 'confirm-facts' }),
    'judge-cause': decide([
      { when: is('resolutionState', 'changed'), go: 'reset-resolution' },
      { when: is('screenKind', 'lcd'), go: 'check-cable' },
      { go: 'explain-cause' },
    ]),
    'reset-resolution': say('environment-interference-screen/reset-resolution', { 'ripple is gone': 'remind-placement', 'ripple remains': 'check-cable' }),
    'check-cable': say('environment-interference-screen/check-cable', {
      'ripple is gone': 'remind-placement',
      'ripple remains': 'register-fault',
      'caller demands a visit at once': 'register-fault',
    }),
    'explain-cause': say('environment-interference-screen/explain-cause', { 'agent said it': 'guide-relocation', 'caller doubts it': 'guide-relocation' }),
    'guide-relocation': say('environment-interference-screen/guide-relocation', {
      'agent said it': 'arrange-callback',
      'ripple is gone': 'remind-placement',
      'ripple remains': 'register-fault',
      'caller cannot move it now': 'ask-callback-time',
    }),
    'arrange-callback': ask('environment-interference-screen/arrange-callback', 'callbackNumber', 'follow-up-call', {
      'caller refuses': 'follow-up-call',
      'caller cannot move it now': 'ask-callback-time',
      'ripple is gone': 'remind-placement',
    }),
    'follow-up-call': say('environment-interference-screen/follow-up-call', {
      'ripple is gone': 'remind-placement',
      'ripple remains': 'register-fault',
      'caller cannot move it now': 'ask-callback-time',
    }),
    'remind-placement': say('environment-interference-screen/remind-placement', { 'agent said it': 'self-fixed' }),
    'register-fault': say('environment-interference-screen/register-fault', { 'agent said it': 'book-visit', 'caller accepts': 'book-visit' }),
    ...bookVisit('visit-booked'),
    ...promiseCallback('callback-promised'),
    'self-fixed': end('self-fixed'),
    'callback-promised': end('callback-promised'),
    'visit-booked': end('visit-booked'),
  },
})
