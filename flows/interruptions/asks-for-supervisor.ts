import { end, say, scenario, switchTo } from '../dialogue.ts'

/** The caller asks for a supervisor: never block, offer to settle it first. */
export default scenario({
  id: 'asks-for-supervisor',
  initial: 'offer-to-settle-first',
  steps: {
    'offer-to-settle-first': say('interruptions/offer-to-settle-first', {
      'caller accepts': 'thank-for-the-chance',
      'caller agrees to go on': 'thank-for-the-chance',
      'caller calms down': 'thank-for-the-chance',
      'caller insists': 'demands-supervisor',
      'caller refuses': 'demands-supervisor',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'thank-for-the-chance': say('interruptions/thank-for-the-chance', {
      'agent said it': 'resume',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'demands-supervisor': switchTo('demands-supervisor'),
    resume: end('resume'),
  },
})
