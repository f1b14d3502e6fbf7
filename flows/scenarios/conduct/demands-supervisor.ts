import { promiseCallback } from '../../common/passages.ts'
import { ask, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The caller will only talk to a supervisor. */
export default scenario({
  id: 'demands-supervisor',
  initial: 'apologise',
  findOut: ['supervisorReason', 'complaintNumber', 'supervisorDemand'],
  steps: {
    apologise: say('demands-supervisor/apologise', {
      'agent said it': 'offer-own-help',
      'caller asks for a supervisor': 'offer-own-help',
      'caller threatens to expose or sue': 'crisis-media-exposure',
    }),
    'offer-own-help': say('demands-supervisor/offer-own-help', {
      'caller is willing to tell': 'angry-caller',
      'caller insists': 'record',
      'caller asks for a supervisor': 'record',
      'supervisor did not call back': 'missed-appointment-no-callback',
      'caller threatens to expose or sue': 'crisis-media-exposure',
      'caller asks for a small thing': 'solve-here',
    }),
    'solve-here': say('demands-supervisor/solve-here', {
      'caller accepts': 'closed',
      'caller thanks': 'closed',
      'caller asks for a supervisor': 'record',
      'caller refuses': 'record',
    }),
    record: say('demands-supervisor/record', {
      'agent said it': 'escalate',
      'caller asks for a supervisor': 'escalate',
    }),
    escalate: ask('demands-supervisor/escalate', 'callbackTime', 'follow-up', {
      'caller wants the supervisor right now': 'check-supervisor',
      'caller asks for a supervisor': 'check-supervisor',
      'caller threatens to expose or sue': 'crisis-media-exposure',
      'caller does not know': 'set-reply-hour',
    }),
    'set-reply-hour': say('demands-supervisor/set-reply-hour', { 'agent said it': 'callback-promised' }),
    'check-supervisor': say('demands-supervisor/check-supervisor', {
      'supervisor can take the call': 'hand-over',
      'supervisor is busy': 'offer-wait-or-callback',
    }),
    'hand-over': say('demands-supervisor/hand-over', { 'agent said it': 'escalated' }),
    'offer-wait-or-callback': say('demands-supervisor/offer-wait-or-callback', {
      'caller will hold the line': 'keep-waiting',
      'caller wants a callback': 'ask-callback-time',
      'caller refuses': 'ask-callback-time',
    }),
    'keep-waiting': say('demands-supervisor/keep-waiting', {
      'supervisor can take the call': 'hand-over',
      'supervisor is busy': 'ask-callback-time',
      'caller wants a callback': 'ask-callback-time',
    }),
    ...promiseCallback('callback-promised'),
    'follow-up': say('demands-supervisor/follow-up', {
      'agent said it': 'callback-promised',
      'caller accepts': 'callback-promised',
    }),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
    'angry-caller': switchTo('angry-caller'),
    'crisis-media-exposure': switchTo('crisis-media-exposure'),
    'missed-appointment-no-callback': switchTo('missed-appointment-no-callback'),
  },
})
