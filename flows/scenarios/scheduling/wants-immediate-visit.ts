import { bookVisit, promiseCallback, sendIn } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller wants somebody at once, and no engineer is free. */
export default scenario({
  id: 'wants-immediate-visit',
  initial: 'acknowledge-urgency',
  findOut: ['canWaitForVisit', 'engineerFree', 'canBringMachine'],
  steps: {
    'acknowledge-urgency': say('wants-immediate-visit/acknowledge-urgency', {
      'agent said it': 'check-engineer',
      'caller cannot wait for the visit': 'check-engineer',
    }),
    'check-engineer': decide([
      { when: unknown('engineerFree'), go: 'look-for-engineer' },
      { when: is('engineerFree', true), go: 'book-visit' },
      { go: 'tell-no-engineer' },
    ]),
    'look-for-engineer': ask('wants-immediate-visit/look-for-engineer', 'engineerFree', 'check-engineer', {
      'cannot be settled now': 'tell-no-engineer',
    }),
    'tell-no-engineer': say('wants-immediate-visit/tell-no-engineer', {
      'agent said it': 'commit-48h',
      'caller cannot wait for the visit': 'commit-48h',
    }),
    'commit-48h': say('wants-immediate-visit/commit-48h', {
      'caller accepts': 'book-visit',
      'caller cannot wait for the visit': 'suggest-bring-in',
      'caller questions the visit limit': 'explain-the-limit',
      'caller prefers sending in': 'arrange-send-in',
    }),
    'explain-the-limit': say('wants-immediate-visit/explain-the-limit', {
      'caller accepts': 'book-visit',
      'caller cannot wait for the visit': 'suggest-bring-in',
      'caller prefers sending in': 'arrange-send-in',
    }),
    'suggest-bring-in': say('wants-immediate-visit/suggest-bring-in', {
      'caller accepts': 'arrange-send-in',
      'caller prefers sending in': 'arrange-send-in',
      'caller refuses': 'note-as-urgent',
      'caller prefers a visit': 'note-as-urgent',
    }),
    'note-as-urgent': say('wants-immediate-visit/note-as-urgent', {
      'caller accepts': 'book-visit',
      'caller wants a callback': 'ask-callback-time',
      'caller still upset': 'ask-callback-time',
    }),
    ...bookVisit('visit-booked'),
    ...sendIn('brings-in'),
    ...promiseCallback('callback-promised'),
    'visit-booked': end('visit-booked'),
    'brings-in': end('brings-in'),
    'callback-promised': end('callback-promised'),
  },
})
