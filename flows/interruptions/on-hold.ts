import { ask, end, say, scenario } from '../dialogue.ts'

/** The agent needs a moment: ask first, report while the caller waits, thank on return. */
export default scenario({
  id: 'on-hold',
  initial: 'ask-before-hold',
  steps: {
    'ask-before-hold': say('interruptions/ask-before-hold', {
      'caller accepts': 'caller-waits',
      'agent said it': 'caller-waits',
      'caller refuses': 'offer-callback-instead',
      'agent retrieves': 'thank-for-waiting',
    }),
    'caller-waits': say('interruptions/caller-waits', {
      'hold reminder due': 'report-progress',
      'agent retrieves': 'thank-for-waiting',
      'caller refuses': 'offer-callback-instead',
    }),
    'report-progress': say('interruptions/report-progress', {
      'caller accepts': 'caller-waits',
      'agent said it': 'caller-waits',
      'caller refuses': 'offer-callback-instead',
      'caller wants a callback': 'offer-callback-instead',
      'hold reminder due': 'offer-callback-instead',
      'agent retrieves': 'thank-for-waiting',
    }),
    'offer-callback-instead': ask('interruptions/offer-callback-instead', 'callbackTime', 'confirm-hold-callback', {
      'caller refuses': 'caller-waits',
      'agent retrieves': 'thank-for-waiting',
    }),
    'confirm-hold-callback': say('interruptions/confirm-hold-callback', {
      'agent said it': 'resume',
      'agent retrieves': 'thank-for-waiting',
    }),
    'thank-for-waiting': say('interruptions/thank-for-waiting', { 'agent said it': 'resume' }),
    resume: end('resume'),
  },
})
