import { bookVisit } from '../../common/passages.ts'
import { end, say, scenario } from '../../dialogue.ts'

/** The caller wants the engineer's or agent's private contact. */
export default scenario({
  id: 'private-contact-request',
  initial: 'thank-for-trust',
  findOut: ['contactMotive', 'contactUse', 'manyMachines', 'privatePayment', 'contactAttitude'],
  steps: {
    'thank-for-trust': say('private-contact-request/thank-for-trust', {
      'agent said it': 'decline-private-contact',
      'wants to be friends': 'keep-warmth',
      'offers private cash': 'refuse-private-cash',
    }),
    'decline-private-contact': say('private-contact-request/decline-private-contact', {
      'agent said it': 'explain-protects-customer',
      'hotline is hard to reach': 'give-official-channel',
      'wants a cheap side job': 'explain-protects-customer',
      'offers private cash': 'refuse-private-cash',
      'wants the same person': 'note-same-engineer',
    }),
    'explain-protects-customer': say('private-contact-request/explain-protects-customer', {
      'agent said it': 'give-official-channel',
      'caller has many machines': 'give-official-channel',
      'caller leaves own number': 'give-official-channel',
      'wants the same person': 'note-same-engineer',
      'contact was already added': 'report-added-contact',
    }),
    'give-official-channel': say('private-contact-request/give-official-channel', {
      'agent said it': 'keep-warmth',
      'caller accepts': 'keep-warmth',
      'wants the same person': 'note-same-engineer',
      'wants to be friends': 'keep-warmth',
    }),
    'keep-warmth': say('private-contact-request/keep-warmth', {
      'agent said it': 'declined-with-thanks',
      'caller accepts': 'declined-with-thanks',
      'caller thanks': 'declined-with-thanks',
    }),
    'refuse-private-cash': say('private-contact-request/refuse-private-cash', {
      'agent said it': 'declined-with-thanks',
      'caller still upset': 'declined-with-thanks',
    }),
    'note-same-engineer': say('private-contact-request/note-same-engineer', {
      'agent said it': 'book-visit',
      'caller accepts': 'book-visit',
    }),
    ...bookVisit('visit-booked'),
    'report-added-contact': say('private-contact-request/report-added-contact', { 'agent said it': 'escalated' }),
    'declined-with-thanks': end('declined-with-thanks'),
    'visit-booked': end('visit-booked'),
    escalated: end('escalated'),
  },
})
