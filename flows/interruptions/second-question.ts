import { end, say, scenario } from '../dialogue.ts'

/** The caller brings up something else: note it, and let the caller choose the order. */
export default scenario({
  id: 'second-question',
  initial: 'note-second-question',
  steps: {
    'note-second-question': say('interruptions/note-second-question', {
      'caller can wait': 'promise-to-return',
      'caller wants the answer now': 'turn-to-second-question',
    }),
    'promise-to-return': say('interruptions/promise-to-return', {
      'agent said it': 'resume',
      'caller wants the answer now': 'turn-to-second-question',
    }),
    'turn-to-second-question': say('interruptions/turn-to-second-question', {
      'caller can wait': 'promise-to-return',
      'caller has nothing else': 'resume',
    }),
    resume: end('resume'),
  },
})
