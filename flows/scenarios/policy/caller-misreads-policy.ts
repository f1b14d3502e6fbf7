import { promiseCallback } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller has read a rule differently; explain once, check the record, name the time. */
export default scenario({
  id: 'caller-misreads-policy',
  initial: 'acknowledge',
  findOut: ['callersReading', 'callersRealAim', 'recordWrong', 'resultTime'],
  steps: {
    acknowledge: ask('caller-misreads-policy/acknowledge', 'callersRealAim', 'judge-aim', {
      'caller does not know': 'explain-once',
      'caller disputes who makes rules': 'explain-once',
    }),
    'judge-aim': decide([
      { when: is('callersRealAim', 'warranty'), go: 'explain-warranty-term' },
      { when: is('callersRealAim', 'visit'), go: 'explain-visit-term' },
      { go: 'explain-once' },
    ]),
    'explain-warranty-term': say('caller-misreads-policy/explain-warranty-term', {
      'agent said it': 'check-case',
      'caller disputes who makes rules': 'fix-or-tell-time',
    }),
    'explain-visit-term': say('caller-misreads-policy/explain-visit-term', {
      'agent said it': 'check-case',
      'caller disputes who makes rules': 'fix-or-tell-time',
    }),
    'explain-once': say('caller-misreads-policy/explain-once', {
      'agent said it': 'check-case',
      'caller accepts': 'check-case',
      'caller disputes who makes rules': 'fix-or-tell-time',
      'caller asks how it works': 'explain-flow-if-asked',
    }),
    'check-case': ask('caller-misreads-policy/check-case', 'recordWrong', 'judge-record', {
      'cannot be settled now': 'ask-callback-time',
      'caller disputes who makes rules': 'fix-or-tell-time',
    }),
    'judge-record': decide([
      { when: is('recordWrong', true), go: 'correct-the-record' },
      { go: 'fix-or-tell-time' },
    ]),
    'correct-the-record': say('caller-misreads-policy/correct-the-record', { 'agent said it': 'closed' }),
    'fix-or-tell-time': ask('caller-misreads-policy/fix-or-tell-time', 'resultTime', 'tell-result-time', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'tell-result-time': say('caller-misreads-policy/tell-result-time', {
      'caller accepts': 'closed',
      'caller asks how it works': 'explain-flow-if-asked',
      'caller disputes who makes rules': 'take-the-opinion',
      'caller wants a callback': 'ask-callback-time',
    }),
    'explain-flow-if-asked': say('caller-misreads-policy/explain-flow-if-asked', {
      'caller accepts': 'closed',
      'caller disputes who makes rules': 'fix-or-tell-time',
      'caller wants a callback': 'ask-callback-time',
    }),
    'take-the-opinion': say('caller-misreads-policy/take-the-opinion', {
      'agent said it': 'closed',
      'caller wants a callback': 'ask-callback-time',
    }),
    ...promiseCallback('callback-promised'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
  },
})
