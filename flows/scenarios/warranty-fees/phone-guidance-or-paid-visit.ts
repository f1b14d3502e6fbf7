import { bookVisit, explainFee, promiseCallback, sendIn } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** A software or handling problem is guided by phone; a visit for it is charged. */
export default scenario({
  id: 'phone-guidance-or-paid-visit',
  initial: 'judge-cause',
  findOut: ['causeNature', 'handlesSteps', 'insistsOnVisit'],
  steps: {
    'judge-cause': ask('phone-guidance-or-paid-visit/judge-cause', 'causeNature', 'judge-nature', {
      'found to be hardware': 'onsite-period-expired',
      'found to be software': 'tell-fee',
      'caller does not know': 'tell-fee',
      'caller cannot follow steps': 'tell-fee',
    }),
    'judge-nature': decide([
      { when: is('causeNature', 'hardware'), go: 'onsite-period-expired' },
      { go: 'tell-fee' },
    ]),
    'tell-fee': say('phone-guidance-or-paid-visit/tell-fee', {
      'caller accepts': 'guide',
      'agent said it': 'guide',
      'caller declines phone guidance': 'send-if-insist',
      'caller prefers a visit': 'send-if-insist',
      'caller asks the price': 'send-if-insist',
      'caller cannot follow steps': 'guide',
    }),
    guide: say('phone-guidance-or-paid-visit/guide', {
      'guidance solved it': 'check-after',
      'guidance did not solve it': 'check-after',
      'caller cannot follow steps': 'guide-slower',
      'agent said it': 'check-after',
      'found to be hardware': 'onsite-period-expired',
      'caller declines phone guidance': 'send-if-insist',
    }),
    'guide-slower': say('phone-guidance-or-paid-visit/guide-slower', {
      'caller accepts': 'guide',
      'agent said it': 'guide',
      'caller declines phone guidance': 'send-if-insist',
      'caller refuses': 'send-if-insist',
    }),
    'check-after': say('phone-guidance-or-paid-visit/check-after', {
      'guidance solved it': 'teach-prevention',
      'guidance did not solve it': 'try-other-way',
      'found to be hardware': 'onsite-period-expired',
    }),
    'try-other-way': say('phone-guidance-or-paid-visit/try-other-way', {
      'caller accepts': 'guide',
      'found to be hardware': 'onsite-period-expired',
      'caller declines phone guidance': 'send-if-insist',
      'caller prefers a visit': 'send-if-insist',
    }),
    'teach-prevention': say('phone-guidance-or-paid-visit/teach-prevention', {
      'agent said it': 'follow-up',
      'caller thanks': 'follow-up',
    }),
    'follow-up': say('phone-guidance-or-paid-visit/follow-up', {
      'agent said it': 'resolved-by-phone',
      'caller accepts': 'resolved-by-phone',
      'caller thanks': 'resolved-by-phone',
    }),
    'send-if-insist': ask('phone-guidance-or-paid-visit/send-if-insist', 'feeAmount', 'explain-fee', {
      'caller refuses': 'guide',
      'cannot be settled now': 'ask-callback-time',
      'caller wants to think': 'ask-callback-time',
    }),
    ...explainFee('book-or-pay', 'offer-guidance-again'),
    'book-or-pay': say('phone-guidance-or-paid-visit/book-or-pay', {
      'caller prefers a visit': 'book-visit',
      'caller accepts': 'book-visit',
      'caller prefers sending in': 'arrange-send-in',
    }),
    ...sendIn('paid'),
    ...bookVisit('visit-booked'),
    ...promiseCallback('callback-promised'),
    'offer-guidance-again': say('phone-guidance-or-paid-visit/offer-guidance-again', {
      'caller accepts': 'guide',
      'caller refuses': 'resolved-by-phone',
      'caller has nothing else': 'resolved-by-phone',
    }),
    'onsite-period-expired': switchTo('onsite-period-expired'),
    'resolved-by-phone': end('resolved-by-phone'),
    'visit-booked': end('visit-booked'),
    paid: end('paid'),
    'callback-promised': end('callback-promised'),
  },
})
