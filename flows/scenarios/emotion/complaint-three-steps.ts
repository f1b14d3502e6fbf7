import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { ask, end, say, scenario, switchTo } from '../../dialogue.ts'

/** An ordinary complaint: calm the caller, find cause and owner, keep the promise and learn from it. */
export default scenario({
  id: 'complaint-three-steps',
  initial: 'respond-fast',
  findOut: ['complaintTarget', 'complaintNature', 'complaintWish', 'complaintUrgency'],
  steps: {
    'respond-fast': say('complaint-three-steps/respond-fast', {
      'agent said it': 'listen-for-root',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'listen-for-root': ask('complaint-three-steps/listen-for-root', 'complaintTarget', 'ask-complaint-nature', {
      'caller does not know': 'ask-complaint-nature',
      'caller threatens to expose or sue': 'crisis-escalation',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'ask-complaint-nature': ask('complaint-three-steps/ask-complaint-nature', 'complaintNature', 'ask-complaint-wish', {
      'caller does not know': 'ask-complaint-wish',
    }),
    'ask-complaint-wish': ask('complaint-three-steps/ask-complaint-wish', 'complaintWish', 'promise-verification', {
      'caller does not know': 'promise-verification',
    }),
    'promise-verification': say('complaint-three-steps/promise-verification', { 'agent said it': 'find-owner' }),
    'find-owner': say('complaint-three-steps/find-owner', {
      'agent said it': 'set-expectation',
      'cannot be settled now': 'explain-investigation',
    }),
    'explain-investigation': say('complaint-three-steps/explain-investigation', {
      'agent said it': 'ask-callback-time',
      'caller asks how long': 'ask-callback-time',
    }),
    'set-expectation': say('complaint-three-steps/set-expectation', {
      'caller accepts': 'reach-agreement',
      'caller refuses': 'record-bottom-line',
      'caller asks for a supervisor': 'demands-supervisor',
      'caller threatens to expose or sue': 'crisis-escalation',
      'cannot be settled now': 'explain-investigation',
    }),
    'record-bottom-line': say('complaint-three-steps/record-bottom-line', {
      'agent said it': 'report-upward',
      'caller accepts': 'reach-agreement',
    }),
    'reach-agreement': say('complaint-three-steps/reach-agreement', {
      'agent said it': 'check-satisfaction',
      'cannot be settled now': 'explain-investigation',
    }),
    'check-satisfaction': say('complaint-three-steps/check-satisfaction', {
      'caller accepts': 'learn',
      'caller thanks': 'learn',
      'caller still upset': 'record-bottom-line',
    }),
    learn: say('complaint-three-steps/learn', { 'agent said it': 'closed' }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'crisis-escalation': switchTo('crisis-escalation'),
    'demands-supervisor': switchTo('demands-supervisor'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
