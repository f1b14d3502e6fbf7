import { explainFee } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller finds the official spare part dearer than the market and may buy one elsewhere. */
export default scenario({
  id: 'spare-part-price-too-high',
  initial: 'agree-price-is-higher',
  findOut: ['partPriceAttitude', 'ownPartSuitable', 'ownPartFitter'],
  steps: {
    'agree-price-is-higher': say('spare-part-price-too-high/agree-price-is-higher', {
      'agent said it': 'explain-cost',
      'caller calls the part too dear': 'justify-value',
      'caller wants own part fitted': 'explain-fitting-terms',
    }),
    'explain-cost': say('spare-part-price-too-high/explain-cost', {
      'agent said it': 'justify-value',
      'caller calls the part too dear': 'justify-value',
    }),
    'justify-value': say('spare-part-price-too-high/justify-value', {
      'agent said it': 'explain-fee',
      'caller accepts': 'explain-fee',
      'caller asks the price': 'explain-fee',
      'caller cannot afford the part': 'offer-self-purchase',
      'caller wants own part fitted': 'explain-fitting-terms',
      'caller refuses': 'offer-self-purchase',
    }),
    ...explainFee('buys-part', 'offer-self-purchase'),
    'offer-self-purchase': ask('spare-part-price-too-high/offer-self-purchase', 'ownPartFitter', 'judge-fitter', {
      'caller accepts': 'check-own-part-suits',
      'caller does not know': 'check-own-part-suits',
      'caller wants own part fitted': 'explain-fitting-terms',
    }),
    'judge-fitter': decide([
      { when: is('ownPartFitter', 'engineer'), go: 'explain-fitting-terms' },
      { go: 'check-own-part-suits' },
    ]),
    'check-own-part-suits': say('spare-part-price-too-high/check-own-part-suits', {
      'agent said it': 'self-purchase',
      'caller accepts': 'self-purchase',
      'caller cannot afford the part': 'self-purchase',
    }),
    'explain-fitting-terms': say('spare-part-price-too-high/explain-fitting-terms', {
      'caller accepts': 'free-install-with-disclaimer',
      'caller refuses': 'justify-value',
    }),
    'buys-part': end('buys-part'),
    'self-purchase': end('self-purchase'),
    'free-install-with-disclaimer': end('free-install-with-disclaimer'),
  },
})
