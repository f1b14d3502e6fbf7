import { ask, decide, end, say, scenario } from '../../dialogue.ts'
import { unknown } from '../../conditions.ts'

/** The answer is not certain yet: say so, agree on a time, and call back in any case. */
export default scenario({
  id: 'uncertain-answer-callback',
  initial: 'apologise-honestly',
  findOut: ['openQuestion', 'callbackNumber', 'callbackTime'],
  steps: {
    'apologise-honestly': say('uncertain-answer-callback/apologise-honestly', {
      'agent said it': 'check-question',
      'answer found early': 'give-the-answer',
      'caller cannot wait for the answer': 'give-what-is-known',
    }),
    'check-question': decide([
      { when: unknown('openQuestion'), go: 'note-the-question' },
      { go: 'check-phone' },
    ]),
    'note-the-question': ask('uncertain-answer-callback/note-the-question', 'openQuestion', 'check-phone', {
      'caller does not know': 'check-phone',
    }),
    'check-phone': decide([
      { when: unknown('callbackNumber'), go: 'ask-phone' },
      { go: 'promise-time' },
    ]),
    'ask-phone': ask('uncertain-answer-callback/ask-phone', 'callbackNumber', 'promise-time', {
      'caller refuses': 'give-what-is-known',
    }),
    'promise-time': ask('uncertain-answer-callback/promise-time', 'callbackTime', 'answer-in-time', {
      'answer found early': 'give-the-answer',
      'caller cannot wait for the answer': 'give-what-is-known',
    }),
    'give-what-is-known': ask('uncertain-answer-callback/give-what-is-known', 'callbackTime', 'answer-in-time', {
      'answer found early': 'give-the-answer',
    }),
    'answer-in-time': say('uncertain-answer-callback/answer-in-time', {
      'agent said it': 'if-not-ready',
      'answer found early': 'give-the-answer',
      'caller accepts': 'if-not-ready',
    }),
    'if-not-ready': say('uncertain-answer-callback/if-not-ready', {
      'agent said it': 'callback-promised',
      'caller accepts': 'callback-promised',
    }),
    'give-the-answer': say('uncertain-answer-callback/give-the-answer', { 'agent said it': 'closed' }),
    'callback-promised': end('callback-promised'),
    closed: end('closed'),
  },
})
