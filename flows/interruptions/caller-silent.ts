import { end, say, scenario } from '../dialogue.ts'

/** Nothing is heard from the caller: repeat, ask once more, then say goodbye with a way back. */
export default scenario({
  id: 'caller-silent',
  initial: 'check-the-line',
  steps: {
    'check-the-line': say('interruptions/check-the-line', {
      'caller speaks again': 'resume',
      'caller silent': 'ask-still-there',
    }),
    'ask-still-there': say('interruptions/ask-still-there', {
      'caller speaks again': 'resume',
      'caller silent': 'say-goodbye',
    }),
    'say-goodbye': say('interruptions/say-goodbye', {
      'caller speaks again': 'resume',
      'agent said it': 'disconnected',
      'caller silent': 'disconnected',
    }),
    resume: end('resume'),
    disconnected: end('disconnected'),
  },
})
