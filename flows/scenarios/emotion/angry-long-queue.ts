import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { atLeast, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Twenty minutes in the queue for a small matter: apologise, and get it done at once. */
export default scenario({
  id: 'angry-long-queue',
  initial: 'accept-and-apologise',
  findOut: ['minutesQueued', 'queuedErrand'],
  steps: {
    'accept-and-apologise': say('angry-long-queue/accept-and-apologise', {
      'agent said it': 'explain-reason',
      'caller wants to complain': 'complaint-three-steps',
    }),
    'explain-reason': say('angry-long-queue/explain-reason', { 'agent said it': 'sympathise' }),
    sympathise: say('angry-long-queue/sympathise', {
      'agent said it': 'check-errand',
      'caller calms down': 'check-errand',
      'caller wants to complain': 'complaint-three-steps',
    }),
    'check-errand': decide([{ when: unknown('queuedErrand'), go: 'ask-errand' }, { go: 'judge-errand' }]),
    'ask-errand': ask('angry-long-queue/ask-errand', 'queuedErrand', 'judge-errand', {
      'caller does not know': 'tell-solution',
    }),
    'judge-errand': decide([{ when: is('queuedErrand', 'long'), go: 'tell-how-long' }, { go: 'tell-solution' }]),
    'tell-solution': say('angry-long-queue/tell-solution', {
      'agent said it': 'judge-wait',
      'cannot be settled now': 'ask-callback-time',
    }),
    'tell-how-long': say('angry-long-queue/tell-how-long', {
      'caller accepts': 'judge-wait',
      'caller wants a callback': 'ask-callback-time',
    }),
    'judge-wait': decide([{ when: atLeast('minutesQueued', 'longQueueMinutes'), go: 'report-the-wait' }, { go: 'apologise-again' }]),
    'report-the-wait': say('angry-long-queue/report-the-wait', {
      'agent said it': 'thank',
      'caller wants a shorter wait': 'offer-quiet-hours',
    }),
    'apologise-again': say('angry-long-queue/apologise-again', {
      'agent said it': 'thank',
      'caller wants a shorter wait': 'offer-quiet-hours',
      'caller wants to complain': 'complaint-three-steps',
    }),
    'offer-quiet-hours': say('angry-long-queue/offer-quiet-hours', {
      'caller accepts': 'ask-callback-time',
      'caller wants a callback': 'ask-callback-time',
      'caller refuses': 'thank',
    }),
    thank: say('angry-long-queue/thank', {
      'agent said it': 'closed',
      'caller thanks': 'closed',
      'caller still upset': 'report-upward',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'complaint-three-steps': switchTo('complaint-three-steps'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
