import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The product smoked, burnt or shocked someone and a person is hurt: the person first, then the report. */
export default scenario({
  id: 'crisis-personal-injury',
  initial: 'care-for-person-first',
  findOut: ['injuryState', 'poweredOff', 'injuryScene', 'injuryPapers', 'injuryDemand'],
  steps: {
    'care-for-person-first': ask('crisis-personal-injury/care-for-person-first', 'injuryState', 'judge-danger', {
      'person in danger or fire burning': 'call-emergency-number',
      'injured person is in hospital': 'stop-using',
      'nobody is hurt': 'crisis-safety-hazard',
      'caller does not know': 'stop-using',
    }),
    'judge-danger': decide([
      { when: is('injuryState', 'critical'), go: 'call-emergency-number' },
      { go: 'stop-using' },
    ]),
    'call-emergency-number': say('crisis-personal-injury/call-emergency-number', { 'agent said it': 'escalated' }),
    'stop-using': say('crisis-personal-injury/stop-using', {
      'agent said it': 'calm',
      'power is off already': 'calm',
      'person in danger or fire burning': 'call-emergency-number',
    }),
    calm: say('crisis-personal-injury/calm', {
      'agent said it': 'keep-phone-reachable',
      'caller wants the money back': 'refund-after-care',
      'caller threatens to expose or sue': 'crisis-escalation',
    }),
    'keep-phone-reachable': say('crisis-personal-injury/keep-phone-reachable', {
      'agent said it': 'escalate-now',
      'caller wants the money back': 'refund-after-care',
    }),
    'escalate-now': say('crisis-personal-injury/escalate-now', {
      'agent said it': 'ask-when-to-call',
      'caller wants the money back': 'refund-after-care',
      'caller threatens to expose or sue': 'crisis-escalation',
    }),
    'ask-when-to-call': ask('crisis-personal-injury/ask-when-to-call', 'callbackTime', 'give-initial-plan', {
      'caller does not know': 'set-first-call',
    }),
    'set-first-call': say('crisis-personal-injury/set-first-call', { 'agent said it': 'call-proactively' }),
    'give-initial-plan': say('crisis-personal-injury/give-initial-plan', {
      'agent said it': 'call-proactively',
      'caller wants the money back': 'refund-after-care',
      'caller threatens to expose or sue': 'crisis-escalation',
    }),
    'call-proactively': say('crisis-personal-injury/call-proactively', {
      'agent said it': 'log',
      'call was not answered': 'leave-contact',
    }),
    'leave-contact': say('crisis-personal-injury/leave-contact', { 'agent said it': 'callback-promised' }),
    log: say('crisis-personal-injury/log', { 'agent said it': 'escalated' }),
    'refund-after-care': say('crisis-personal-injury/refund-after-care', {
      'agent said it': 'escalated',
      'caller accepts': 'escalated',
    }),
    escalated: end('escalated'),
    'callback-promised': end('callback-promised'),
    'crisis-safety-hazard': switchTo('crisis-safety-hazard'),
    'crisis-escalation': switchTo('crisis-escalation'),
  },
})
