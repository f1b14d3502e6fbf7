import { bookVisit, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The fault cannot be solved on the spot. */
export default scenario({
  id: 'cannot-fix-now',
  initial: 'state-problem-and-reason',
  findOut: ['causeCount', 'onSpotObstacle', 'serviceForm', 'urgentNeed', 'pickupAgreed'],
  steps: {
    'state-problem-and-reason': say('cannot-fix-now/state-problem-and-reason', {
      'agent said it': 'say-sorry-for-wait',
      'caller doubts the skill': 'tell-progress-and-support',
    }),
    'say-sorry-for-wait': say('cannot-fix-now/say-sorry-for-wait', {
      'agent said it': 'choose-form',
      'caller needs the machine now': 'offer-loaner',
    }),
    'choose-form': decide([
      { when: is('serviceForm', 'sentIn'), go: 'ask-to-leave-it' },
      { go: 'closed-question-next-step' },
    ]),
    'closed-question-next-step': say('cannot-fix-now/closed-question-next-step', {
      'caller accepts': 'set-time-and-updates',
      'caller needs the machine now': 'offer-loaner',
      'caller refuses': 'offer-another-visit',
      'caller fears for data and parts': 'explain-safekeeping',
    }),
    'ask-to-leave-it': say('cannot-fix-now/ask-to-leave-it', {
      'caller accepts': 'set-time-and-updates',
      'caller needs the machine now': 'offer-loaner',
      'caller refuses': 'offer-another-visit',
      'caller fears for data and parts': 'explain-safekeeping',
    }),
    'explain-safekeeping': say('cannot-fix-now/explain-safekeeping', {
      'agent said it': 'set-time-and-updates',
      'caller refuses': 'offer-another-visit',
    }),
    'offer-loaner': say('cannot-fix-now/offer-loaner', {
      'caller accepts': 'tell-loan-terms',
      'caller refuses': 'set-time-and-updates',
      'no loan machine is free': 'set-time-and-updates',
    }),
    'tell-loan-terms': say('cannot-fix-now/tell-loan-terms', { 'agent said it': 'loaner-provided' }),
    'set-time-and-updates': ask('cannot-fix-now/set-time-and-updates', 'repairReadyTime', 'confirm-ready-time', {
      'caller doubts the skill': 'tell-progress-and-support',
    }),
    'confirm-ready-time': say('cannot-fix-now/confirm-ready-time', { 'agent said it': 'sent-in' }),
    'offer-another-visit': say('cannot-fix-now/offer-another-visit', {
      'caller accepts': 'book-visit',
      'caller doubts the skill': 'tell-progress-and-support',
    }),
    'tell-progress-and-support': say('cannot-fix-now/tell-progress-and-support', {
      'agent said it': 'report-upward',
      'caller accepts': 'choose-form',
    }),
    ...bookVisit('visit-booked'),
    ...reportUpward('escalated'),
    'sent-in': end('sent-in'),
    'visit-booked': end('visit-booked'),
    'loaner-provided': end('loaner-provided'),
    escalated: end('escalated'),
  },
})
