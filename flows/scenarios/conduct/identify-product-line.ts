import { bookVisit, findDaysOwned, sendIn } from '../../common/passages.ts'
import { not, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** A plain repair call: find out the kind of machine and the fault, then guide or register. */
export default scenario({
  id: 'identify-product-line',
  initial: 'ask-line',
  findOut: ['productLine', 'daysOwned', 'symptom', 'partsAdded'],
  steps: {
    'ask-line': ask('identify-product-line/ask-line', 'productLine', 'check-line', {
      'caller cannot name the machine': 'guide-to-label',
      'machine is another brand': 'out-of-scope-question',
      'caller does not know': 'guide-to-label',
    }),
    'guide-to-label': say('identify-product-line/guide-to-label', {
      'agent said it': 'ask-line',
      'label cannot be found': 'listen-fault',
      'machine is another brand': 'out-of-scope-question',
    }),
    'check-line': decide([
      { when: not(unknown('symptom')), go: 'ask-added-parts' },
      { go: 'listen-fault' },
    ]),
    'listen-fault': ask('identify-product-line/listen-fault', 'symptom', 'ask-added-parts', {
      'caller does not know': 'ask-added-parts',
      'machine is another brand': 'out-of-scope-question',
    }),
    'ask-added-parts': ask('identify-product-line/ask-added-parts', 'partsAdded', 'check-days-owned', {
      'caller does not know': 'check-days-owned',
    }),
    ...findDaysOwned('judge-remote'),
    'judge-remote': say('identify-product-line/judge-remote', {
      'fault went away': 'try-again',
      'can be guided by phone': 'phone-guidance-or-paid-visit',
      'needs hands-on repair': 'next-step',
      'caller refuses': 'next-step',
    }),
    'try-again': say('identify-product-line/try-again', {
      'agent said it': 'resolved-by-phone',
      'caller thanks': 'resolved-by-phone',
      'fault came back': 'next-step',
    }),
    'next-step': say('identify-product-line/next-step', {
      'caller prefers sending in': 'arrange-send-in',
      'caller prefers a visit': 'book-visit',
      'caller wants to think': 'hold-the-order',
    }),
    'hold-the-order': say('identify-product-line/hold-the-order', {
      'agent said it': 'sent-in',
      'caller prefers a visit': 'book-visit',
    }),
    ...sendIn('sent-in'),
    ...bookVisit('visit-booked'),
    'resolved-by-phone': end('resolved-by-phone'),
    'sent-in': end('sent-in'),
    'visit-booked': end('visit-booked'),
    'phone-guidance-or-paid-visit': switchTo('phone-guidance-or-paid-visit'),
    'out-of-scope-question': switchTo('out-of-scope-question'),
  },
})
