import { ask, end, say, scenario, switchTo } from '../dialogue.ts'

/** The caller threatens exposure, a complaint to the authorities or a lawsuit: no arguing, record it, call back in time. */
export default scenario({
  id: 'threat-to-expose-or-sue',
  initial: 'respect-the-right',
  steps: {
    'respect-the-right': say('interruptions/respect-the-right', {
      'agent said it': 'record-the-threat',
      'caller agrees to go on': 'resume',
      'caller insists': 'crisis-media-exposure',
    }),
    'record-the-threat': ask('interruptions/record-the-threat', 'callbackTime', 'confirm-threat-callback', {
      'caller agrees to go on': 'resume',
      'caller calms down': 'resume',
      'caller insists': 'crisis-media-exposure',
      'caller refuses': 'crisis-media-exposure',
    }),
    'confirm-threat-callback': say('interruptions/confirm-threat-callback', {
      'agent said it': 'resume',
      'caller agrees to go on': 'resume',
      'caller insists': 'crisis-media-exposure',
    }),
    'crisis-media-exposure': switchTo('crisis-media-exposure'),
    resume: end('resume'),
  },
})
