import { promiseCallback } from '../../common/passages.ts'
import { ask, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Hotline, station and dealer sent the caller from one to the other. */
export default scenario({
  id: 'passed-around-departments',
  initial: 'listen-to-need',
  findOut: ['realQuestion', 'alreadyAsked', 'checkableNow', 'callbackNumber'],
  steps: {
    'listen-to-need': ask('passed-around-departments/listen-to-need', 'realQuestion', 'apologise', {
      'caller does not know': 'apologise',
      'matter is not ours': 'out-of-scope-question',
    }),
    apologise: say('passed-around-departments/apologise', { 'agent said it': 'check-now' }),
    'check-now': say('passed-around-departments/check-now', {
      'answer found at once': 'tell-result',
      'answer must be asked elsewhere': 'take-phone',
      'system is down for now': 'wait-for-system',
      'matter is not ours': 'out-of-scope-question',
    }),
    'tell-result': say('passed-around-departments/tell-result', {
      'agent said it': 'closed',
      'caller accepts': 'closed',
      'caller thanks': 'closed',
    }),
    'wait-for-system': say('passed-around-departments/wait-for-system', {
      'answer found at once': 'tell-result',
      'system stays down': 'ask-callback-time',
      'caller wants a callback': 'ask-callback-time',
    }),
    ...promiseCallback('callback-promised'),
    'take-phone': ask('passed-around-departments/take-phone', 'callbackNumber', 'set-reply-time', {
      'caller does not know': 'set-reply-time',
    }),
    'set-reply-time': ask('common/ask-callback-time', 'callbackTime', 'contact-department', {
      'caller does not know': 'contact-department',
    }),
    'contact-department': say('passed-around-departments/contact-department', {
      'agent said it': 'reply',
      'caller insists': 'raise-to-supervisor',
      'caller must come in person': 'tell-what-to-bring',
    }),
    reply: say('passed-around-departments/reply', {
      'agent said it': 'callback-promised',
      'caller must come in person': 'tell-what-to-bring',
      'caller refuses': 'raise-to-supervisor',
    }),
    'tell-what-to-bring': say('passed-around-departments/tell-what-to-bring', {
      'agent said it': 'visit-station',
      'caller did not catch it': 'tell-what-to-bring',
      'caller accepts': 'visit-station',
    }),
    'raise-to-supervisor': say('passed-around-departments/raise-to-supervisor', { 'agent said it': 'escalated' }),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    'visit-station': end('visit-station'),
    escalated: end('escalated'),
    'out-of-scope-question': switchTo('out-of-scope-question'),
  },
})
