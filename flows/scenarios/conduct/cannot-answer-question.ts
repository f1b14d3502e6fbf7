import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller asks something the agent cannot answer on the spot. */
export default scenario({
  id: 'cannot-answer-question',
  initial: 'do-not-guess',
  findOut: ['openQuestions', 'topicFamiliar', 'answerChannel', 'answerSatisfies'],
  steps: {
    'do-not-guess': say('cannot-answer-question/do-not-guess', {
      'agent said it': 'record-questions',
      'caller mocks the missing answer': 'explain-own-field',
      'caller accepts': 'record-questions',
    }),
    'explain-own-field': say('cannot-answer-question/explain-own-field', {
      'agent said it': 'consult-expert',
      'caller accepts': 'consult-expert',
    }),
    'record-questions': ask('cannot-answer-question/record-questions', 'openQuestions', 'choose-channel', {
      'caller mocks the missing answer': 'explain-own-field',
      'caller does not know': 'choose-channel',
    }),
    'choose-channel': ask('cannot-answer-question/choose-channel', 'answerChannel', 'check-channel', {
      'caller does not know': 'ask-callback-time',
    }),
    'check-channel': decide([
      { when: is('answerChannel', 'email'), go: 'ask-email' },
      { go: 'ask-callback-time' },
    ]),
    'ask-email': ask('cannot-answer-question/ask-email', 'answerEmail', 'ask-callback-time', {
      'caller does not know': 'ask-callback-time',
    }),
    'ask-callback-time': ask('common/ask-callback-time', 'callbackTime', 'consult-expert', {
      'caller does not know': 'consult-expert',
    }),
    'consult-expert': say('cannot-answer-question/consult-expert', {
      'agent said it': 'send-answer',
      'caller can wait for an answer': 'callback-promised',
    }),
    'send-answer': say('cannot-answer-question/send-answer', {
      'agent said it': 'confirm-satisfaction',
      'answer is not ready yet': 'report-progress',
      'caller can wait for an answer': 'callback-promised',
    }),
    'report-progress': ask('cannot-answer-question/report-progress', 'callbackTime', 'promise-next-time', {
      'caller does not know': 'promise-next-time',
    }),
    'promise-next-time': say('cannot-answer-question/promise-next-time', { 'agent said it': 'callback-promised' }),
    'confirm-satisfaction': say('cannot-answer-question/confirm-satisfaction', {
      'answer satisfies the caller': 'thank-caller',
      'answer falls short': 'expert-speaks',
      'caller asks why': 'expert-speaks',
    }),
    'thank-caller': say('cannot-answer-question/thank-caller', { 'agent said it': 'answered' }),
    'expert-speaks': say('cannot-answer-question/expert-speaks', { 'agent said it': 'escalated' }),
    answered: end('answered'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
