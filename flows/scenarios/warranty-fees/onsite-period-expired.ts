import { bookVisit, explainFee, findWarranty, promiseCallback } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Whether the machine is still within the on-site service period, and what to do when it is not. */
export default scenario({
  id: 'onsite-period-expired',
  initial: 'check-period',
  findOut: ['onsitePeriod', 'warranty', 'canSendIn'],
  steps: {
    'check-period': ask('onsite-period-expired/check-period', 'onsitePeriod', 'judge-period', {
      'caller does not know': 'look-up-period',
      'cannot be settled now': 'look-up-period',
    }),
    'look-up-period': say('onsite-period-expired/look-up-period', {
      'checked and eligible': 'check-onsite-terms',
      'checked and not eligible': 'explain',
      'agent said it': 'explain',
    }),
    'check-onsite-terms': ask('onsite-period-expired/check-onsite-terms', 'visitTime', 'confirm-onsite-visit', {
      'caller does not know': 'ask-callback-time',
      'looks like a settings problem': 'try-by-phone',
    }),
    'confirm-onsite-visit': say('common/confirm-visit', {
      'agent said it': 'visit-booked',
      'caller accepts': 'visit-booked',
      'caller did not catch it': 'confirm-onsite-visit',
    }),
    ...promiseCallback('visit-booked'),
    'try-by-phone': say('onsite-period-expired/try-by-phone', {
      'guidance solved it': 'resolved-by-phone',
      'guidance did not solve it': 'check-warranty',
    }),
    'judge-period': decide([
      { when: is('onsitePeriod', 'within'), go: 'check-onsite-terms' },
      { go: 'explain' },
    ]),
    explain: say('onsite-period-expired/explain', {
      'agent said it': 'check-warranty',
      'caller accepts': 'check-warranty',
      'caller still upset': 'check-warranty',
      'caller asks why': 'check-warranty',
      'looks like a settings problem': 'try-by-phone',
    }),
    ...findWarranty('offer-two-ways', 'offer-paid-ways'),
    'offer-two-ways': say('onsite-period-expired/offer-two-ways', {
      'agent said it': 'let-choose',
      'caller prefers sending in': 'arrange',
      'caller prefers a visit': 'explain-fee',
      'caller takes neither way': 'phone-guidance-or-paid-visit',
    }),
    'offer-paid-ways': say('onsite-period-expired/offer-paid-ways', {
      'agent said it': 'let-choose',
      'caller prefers sending in': 'arrange',
      'caller prefers a visit': 'explain-fee',
      'caller takes neither way': 'phone-guidance-or-paid-visit',
    }),
    'let-choose': ask('onsite-period-expired/let-choose', 'canSendIn', 'judge-choice', {
      'caller prefers sending in': 'arrange',
      'caller prefers a visit': 'explain-fee',
      'caller takes neither way': 'phone-guidance-or-paid-visit',
      'caller does not know': 'explain-fee',
    }),
    'judge-choice': decide([
      { when: is('canSendIn', true), go: 'arrange' },
      { go: 'explain-fee' },
    ]),
    ...explainFee('book-visit', 'check-warranty'),
    ...bookVisit('visit-booked'),
    arrange: say('onsite-period-expired/arrange', {
      'agent said it': 'sent-in',
      'caller accepts': 'sent-in',
      'caller prefers a visit': 'explain-fee',
      'caller did not catch it': 'arrange',
    }),
    'phone-guidance-or-paid-visit': switchTo('phone-guidance-or-paid-visit'),
    'visit-booked': end('visit-booked'),
    'sent-in': end('sent-in'),
    'resolved-by-phone': end('resolved-by-phone'),
  },
})
