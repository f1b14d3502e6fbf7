import { is, not, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** Every call ends here: the ticket number, anything else, thanks, and the caller hangs up first. */
export default scenario({
  id: 'give-ticket-and-close',
  initial: 'check-ticket',
  findOut: ['ticketCreated', 'hasOtherNeeds'],
  steps: {
    'check-ticket': decide([
      { when: is('ticketCreated', false), go: 'ask-other' },
      { when: unknown('ticketNumber'), go: 'look-up-ticket' },
      { go: 'give-number' },
    ]),
    'look-up-ticket': ask('give-ticket-and-close/look-up-ticket', 'ticketNumber', 'give-number', {
      'no ticket was made': 'ask-other',
    }),
    'give-number': say('give-ticket-and-close/give-number', {
      'agent said it': 'repeat',
      'caller missed the number': 'repeat',
      'caller asks how to track it': 'explain-tracking',
    }),
    repeat: say('give-ticket-and-close/repeat', {
      'agent said it': 'ask-other',
      'caller noted the number': 'ask-other',
      'caller missed the number': 'repeat',
      'caller wants the number by text': 'text-the-number',
    }),
    'text-the-number': say('give-ticket-and-close/text-the-number', { 'agent said it': 'ask-other' }),
    'ask-other': say('give-ticket-and-close/ask-other', {
      'caller has nothing else': 'thank',
      'caller thanks': 'thank',
      'caller missed the number': 'check-number-known',
      'caller asks how to track it': 'explain-tracking',
    }),
    'explain-tracking': say('give-ticket-and-close/explain-tracking', {
      'agent said it': 'check-number-known',
      'caller has nothing else': 'thank',
    }),
    'check-number-known': decide([
      { when: not(unknown('ticketNumber')), go: 'give-number' },
      { go: 'thank' },
    ]),
    thank: say('give-ticket-and-close/thank', { 'agent said it': 'wait', 'caller hangs up': 'closed' }),
    wait: say('give-ticket-and-close/wait', {
      'caller hangs up': 'closed',
      'caller asks how to track it': 'explain-tracking',
    }),
    closed: end('closed'),
  },
})
