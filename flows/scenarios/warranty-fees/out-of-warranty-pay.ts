import { bookVisit, findSymptom, findWarranty, promiseCallback, sendIn } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The warranty has expired and the caller has to agree to pay for the repair. */
export default scenario({
  id: 'out-of-warranty-pay',
  initial: 'ask-purchase-date',
  findOut: ['boughtOn', 'warranty', 'symptom', 'payConsent', 'fitsPartAlone'],
  steps: {
    'ask-purchase-date': ask('out-of-warranty-pay/ask-purchase-date', 'boughtOn', 'check-warranty', {
      'caller does not know': 'check-warranty',
    }),
    ...findWarranty('tell-in-warranty', 'disclose-out-of-warranty'),
    'tell-in-warranty': say('out-of-warranty-pay/tell-in-warranty', {
      'caller accepts': 'book-visit',
      'agent said it': 'book-visit',
    }),
    'disclose-out-of-warranty': say('out-of-warranty-pay/disclose-out-of-warranty', {
      'caller accepts': 'check-symptom',
      'caller hopes for free repair': 'explain-terms',
      'caller insists on free repair': 'explain-certificate',
      'caller wants to think': 'check-symptom',
    }),
    'explain-terms': say('out-of-warranty-pay/explain-terms', {
      'agent said it': 'disclose-out-of-warranty',
      'caller accepts': 'check-symptom',
      'caller insists on free repair': 'explain-certificate',
    }),
    'explain-certificate': say('out-of-warranty-pay/explain-certificate', {
      'caller accepts': 'check-symptom',
      'caller insists on free repair': 'mention-service-plan',
      'caller refuses': 'mention-service-plan',
      'caller buys part alone': 'buys-part',
    }),
    'mention-service-plan': say('out-of-warranty-pay/mention-service-plan', {
      'agent said it': 'suggest-service-product',
      'caller accepts': 'check-symptom',
    }),
    ...findSymptom('check-estimate'),
    'check-estimate': decide([
      { when: unknown('feeAmount'), go: 'ask-estimate' },
      { go: 'estimate-on-phone' },
    ]),
    'ask-estimate': ask('out-of-warranty-pay/ask-estimate', 'feeAmount', 'estimate-on-phone', {
      'cannot be settled now': 'estimate-later',
      'caller does not know': 'estimate-later',
    }),
    'estimate-on-phone': ask('out-of-warranty-pay/estimate-on-phone', 'fitsPartAlone', 'judge-fitter', {
      'caller cannot fit it': 'offer-visit-fitting',
      'caller buys part alone': 'explain-own-fitting',
      'caller accepts': 'arrange-send-in',
      'caller prefers sending in': 'arrange-send-in',
      'caller refuses': 'declined',
      'caller insists on free repair': 'explain-certificate',
    }),
    'estimate-later': say('out-of-warranty-pay/estimate-later', {
      'caller prefers sending in': 'arrange-send-in',
      'caller accepts': 'arrange-send-in',
      'caller prefers a visit': 'offer-visit-fitting',
      'caller refuses': 'declined',
    }),
    ...sendIn('repair-and-collect'),
    'explain-own-fitting': say('out-of-warranty-pay/explain-own-fitting', {
      'agent said it': 'buys-part',
      'caller cannot fit it': 'offer-visit-fitting',
    }),
    'judge-fitter': decide([
      { when: is('fitsPartAlone', true), go: 'explain-own-fitting' },
      { go: 'offer-visit-fitting' },
    ]),
    'offer-visit-fitting': ask('out-of-warranty-pay/offer-visit-fitting', 'visitFee', 'confirm-visit-fee', {
      'caller buys part alone': 'explain-own-fitting',
      'caller refuses': 'declined',
      'cannot be settled now': 'ask-callback-time',
    }),
    'confirm-visit-fee': say('out-of-warranty-pay/confirm-visit-fee', {
      'caller accepts': 'book-visit',
      'caller cannot fit it': 'book-visit',
      'caller refuses': 'declined',
    }),
    ...promiseCallback('callback-promised'),
    ...bookVisit('visit-booked'),
    'repair-and-collect': say('out-of-warranty-pay/repair-and-collect', {
      'agent said it': 'paid',
      'caller buys part alone': 'buys-part',
    }),
    paid: end('paid'),
    'buys-part': end('buys-part'),
    'visit-booked': end('visit-booked'),
    'suggest-service-product': end('suggest-service-product'),
    declined: end('declined'),
    'callback-promised': end('callback-promised'),
  },
})
