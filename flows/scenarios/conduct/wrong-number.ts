import { ask, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The caller dialled a wrong number. */
export default scenario({
  id: 'wrong-number',
  initial: 'say-kindly',
  findOut: ['wantedPlace'],
  steps: {
    'say-kindly': ask('wrong-number/say-kindly', 'wantedPlace', 'offer-if-easy', {
      'caller insists on this number': 'confirm-kindly',
      'caller has a machine trouble after all': 'identify-product-line',
      'caller sees the mistake': 'close-gently',
      'caller does not know': 'offer-if-easy',
    }),
    'confirm-kindly': say('wrong-number/confirm-kindly', {
      'caller insists on this number': 'close-gently',
      'agent said it': 'close-gently',
      'caller sees the mistake': 'close-gently',
      'caller has a machine trouble after all': 'identify-product-line',
    }),
    'offer-if-easy': say('wrong-number/offer-if-easy', {
      'agent said it': 'close-gently',
      'caller sees the mistake': 'close-gently',
      'caller has a machine trouble after all': 'identify-product-line',
    }),
    'close-gently': say('wrong-number/close-gently', {
      'agent said it': 'closed',
      'caller thanks': 'closed',
      'caller sees the mistake': 'closed',
    }),
    closed: end('closed'),
    'identify-product-line': switchTo('identify-product-line'),
  },
})
