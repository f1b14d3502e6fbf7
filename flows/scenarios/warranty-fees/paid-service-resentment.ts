import { explainFee, findWarranty, sendIn } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller resents that the service is charged at all. */
export default scenario({
  id: 'paid-service-resentment',
  initial: 'ask-bought-on',
  findOut: ['boughtOn', 'warranty', 'feeToldBefore', 'feeGrievance'],
  steps: {
    'ask-bought-on': ask('paid-service-resentment/ask-bought-on', 'boughtOn', 'check-told', {
      'caller asks why any fee': 'disclose-before-repair',
      'caller finds work too little': 'repair-then-customer-tests',
      'caller doubts the tariff': 'itemise-and-show-tariff',
      'caller does not know': 'check-told',
    }),
    'check-told': decide([
      { when: is('feeGrievance', 'littleWork'), go: 'repair-then-customer-tests' },
      { when: is('feeGrievance', 'tariff'), go: 'itemise-and-show-tariff' },
      { when: is('warranty', 'in'), go: 'tell-covered' },
      { go: 'check-warranty' },
    ]),
    ...findWarranty('tell-covered', 'disclose-before-repair'),
    'tell-covered': say('paid-service-resentment/tell-covered', {
      'caller accepts': 'arrange-send-in',
      'agent said it': 'arrange-send-in',
      'caller has nothing else': 'declined',
    }),
    ...sendIn('sent-in'),
    'disclose-before-repair': say('paid-service-resentment/disclose-before-repair', {
      'caller accepts': 'explain-fee',
      'caller asks why any fee': 'reassure-responsibility',
      'caller drops the repair': 'explain-choices',
      'caller wants to save': 'explain-choices',
      'caller refuses': 'explain-choices',
    }),
    ...explainFee('repair-then-customer-tests', 'explain-choices'),
    'reassure-responsibility': say('paid-service-resentment/reassure-responsibility', {
      'agent said it': 'explain-fee',
      'caller accepts': 'explain-fee',
      'caller drops the repair': 'explain-choices',
      'caller still upset': 'acknowledge-price-pain',
    }),
    'acknowledge-price-pain': say('paid-service-resentment/acknowledge-price-pain', {
      'agent said it': 'itemise-and-show-tariff',
      'caller accepts': 'explain-fee',
      'caller wants to save': 'explain-choices',
    }),
    'explain-choices': say('paid-service-resentment/explain-choices', {
      'caller prefers sending in': 'confirm-send-in',
      'caller wants to save': 'confirm-send-in',
      'caller drops the repair': 'declined',
      'caller accepts': 'explain-fee',
      'caller refuses': 'declined',
    }),
    'confirm-send-in': say('paid-service-resentment/confirm-send-in', {
      'agent said it': 'sent-in',
      'caller accepts': 'sent-in',
    }),
    'repair-then-customer-tests': say('paid-service-resentment/repair-then-customer-tests', {
      'agent said it': 'itemise-and-show-tariff',
      'caller finds work too little': 'itemise-and-show-tariff',
      'caller accepts': 'itemise-and-show-tariff',
    }),
    'itemise-and-show-tariff': say('paid-service-resentment/itemise-and-show-tariff', {
      'agent said it': 'collect-and-farewell',
      'caller accepts': 'collect-and-farewell',
      'caller doubts the tariff': 'reassure-responsibility',
    }),
    'collect-and-farewell': say('paid-service-resentment/collect-and-farewell', {
      'agent said it': 'paid',
      'caller thanks': 'paid',
    }),
    paid: end('paid'),
    'sent-in': end('sent-in'),
    declined: end('declined'),
  },
})
