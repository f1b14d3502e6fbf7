import { bookVisit, promiseCallback, sendIn } from '../../common/passages.ts'
import { is, not, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** A buyer of many machines sees himself as a key customer and wants a visit after the on-site period. */
export default scenario({
  id: 'key-account-wants-privilege',
  initial: 'disarm-politely',
  findOut: ['accountOnsitePeriod', 'accountCanSendIn', 'accountTemper'],
  steps: {
    'disarm-politely': say('key-account-wants-privilege/disarm-politely', {
      'agent said it': 'check-onsite-period',
      'caller expects special treatment': 'check-onsite-period',
    }),
    'check-onsite-period': decide([
      { when: unknown('accountOnsitePeriod'), go: 'ask-onsite-period' },
      { when: is('accountOnsitePeriod', 'in'), go: 'book-visit' },
      { go: 'ask-can-send-in' },
    ]),
    'ask-onsite-period': ask('key-account-wants-privilege/ask-onsite-period', 'accountOnsitePeriod', 'check-onsite-period', {
      'caller does not know': 'ask-can-send-in',
    }),
    'ask-can-send-in': ask('key-account-wants-privilege/ask-can-send-in', 'accountCanSendIn', 'judge-send-in', {
      'caller does not know': 'clarify-policy',
      'caller prefers sending in': 'clarify-policy',
      'caller prefers a visit': 'exceptional-visit',
      'caller expects special treatment': 'exceptional-visit',
      'caller finds the rules rigid': 'clarify-policy',
    }),
    'judge-send-in': decide([
      { when: is('accountCanSendIn', true), go: 'clarify-policy' },
      { go: 'exceptional-visit' },
    ]),
    'exceptional-visit': say('key-account-wants-privilege/exceptional-visit', {
      'checked and eligible': 'book-visit',
      'checked and not eligible': 'exception-not-granted',
      'cannot be settled now': 'ask-callback-time',
    }),
    'exception-not-granted': say('key-account-wants-privilege/exception-not-granted', {
      'agent said it': 'clarify-policy',
      'caller finds the rules rigid': 'suggest-service-bundle',
    }),
    ...bookVisit('judge-visit'),
    'judge-visit': decide([
      { when: is('accountOnsitePeriod', 'in'), go: 'visit-booked' },
      { go: 'clarify-policy' },
    ]),
    'clarify-policy': say('key-account-wants-privilege/clarify-policy', {
      'agent said it': 'suggest-service-bundle',
      'caller finds the rules rigid': 'suggest-service-bundle',
    }),
    'suggest-service-bundle': say('key-account-wants-privilege/suggest-service-bundle', {
      'caller wants the service bundle': 'sells-service-product',
      'caller accepts': 'sells-service-product',
      'caller refuses': 'judge-way',
      'caller wants to think': 'judge-way',
    }),
    'judge-way': decide([
      { when: not(unknown('visitTime')), go: 'visit-booked-as-exception' },
      { go: 'arrange-send-in' },
    ]),
    ...sendIn('brings-in-next-time'),
    ...promiseCallback('callback-promised'),
    'visit-booked-as-exception': end('visit-booked-as-exception'),
    'visit-booked': end('visit-booked'),
    'sells-service-product': end('sells-service-product'),
    'brings-in-next-time': end('brings-in-next-time'),
    'callback-promised': end('callback-promised'),
  },
})
