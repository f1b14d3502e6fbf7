import { end, say, scenario, switchTo } from '../dialogue.ts'

/** The caller loses their temper in the middle of something: acknowledge, apologise, offer the next concrete thing. */
export default scenario({
  id: 'calm-anger',
  initial: 'acknowledge-anger',
  steps: {
    'acknowledge-anger': say('interruptions/acknowledge-anger', {
      'agent said it': 'resume',
      'caller calms down': 'resume',
      'caller still upset': 'stay-beside-caller',
      'caller angry': 'stay-beside-caller',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'stay-beside-caller': say('interruptions/stay-beside-caller', {
      'agent said it': 'resume',
      'caller calms down': 'resume',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'demands-supervisor': switchTo('demands-supervisor'),
    resume: end('resume'),
  },
})
