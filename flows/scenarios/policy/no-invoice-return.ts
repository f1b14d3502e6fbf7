import { explainFee, promiseCallback, reportUpward } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** No valid invoice, or only a receipt, and the caller wants a refund or an exchange. */
export default scenario({
  id: 'no-invoice-return',
  initial: 'acknowledge',
  findOut: ['proofPapers', 'factoryWarranty', 'mallReissue', 'mallDetails'],
  steps: {
    acknowledge: say('no-invoice-return/acknowledge', { 'agent said it': 'check-papers' }),
    'check-papers': decide([
      { when: is('proofPapers', 'invoice'), go: 'is-my-pc-under-three-guarantees' },
      { when: unknown('proofPapers'), go: 'ask-papers' },
      { go: 'explain-requirement' },
    ]),
    'is-my-pc-under-three-guarantees': switchTo('is-my-pc-under-three-guarantees'),
    'ask-papers': ask('no-invoice-return/ask-papers', 'proofPapers', 'check-papers', {
      'caller does not know': 'explain-requirement',
    }),
    'explain-requirement': say('no-invoice-return/explain-requirement', {
      'agent said it': 'offer-warranty-calc',
      'caller says the receipt should do': 'offer-warranty-calc',
    }),
    'offer-warranty-calc': say('no-invoice-return/offer-warranty-calc', {
      'agent said it': 'check-reissue',
      'caller only wants it repaired': 'check-factory-date',
    }),
    'check-reissue': decide([
      { when: is('mallReissue', 'can'), go: 'ask-callback-time' },
      { when: is('mallReissue', 'refuses'), go: 'suggest-mall' },
      { go: 'suggest-reissue' },
    ]),
    'suggest-reissue': say('no-invoice-return/suggest-reissue', {
      'caller can get an invoice': 'ask-callback-time',
      'shop refuses an invoice': 'suggest-mall',
      'caller only wants it repaired': 'check-factory-date',
      'agent said it': 'suggest-mall',
    }),
    'suggest-mall': say('no-invoice-return/suggest-mall', {
      'caller accepts': 'ask-callback-time',
      'caller can get an invoice': 'ask-callback-time',
      'shop refuses an invoice': 'record-shop',
      'caller only wants it repaired': 'check-factory-date',
    }),
    'record-shop': ask('no-invoice-return/record-shop', 'mallDetails', 'assert-rights', {
      'caller does not know': 'assert-rights',
      'caller refuses': 'assert-rights',
    }),
    'assert-rights': say('no-invoice-return/assert-rights', {
      'agent said it': 'report-upward',
      'caller only wants it repaired': 'check-factory-date',
    }),
    'check-factory-date': decide([
      { when: unknown('factoryWarranty'), go: 'ask-factory-number' },
      { when: is('factoryWarranty', 'in'), go: 'register-repair' },
      { go: 'price-the-repair' },
    ]),
    'ask-factory-number': ask('no-invoice-return/ask-factory-number', 'factoryWarranty', 'check-factory-date', {
      'caller does not know': 'ask-callback-time',
      'cannot be settled now': 'ask-callback-time',
    }),
    'register-repair': say('no-invoice-return/register-repair', {
      'caller accepts': 'accepted-repair',
      'caller prefers sending in': 'accepted-repair',
      'caller refuses': 'suggest-mall',
    }),
    'price-the-repair': ask('no-invoice-return/price-the-repair', 'feeAmount', 'explain-fee', {
      'cannot be settled now': 'ask-callback-time',
      'caller refuses': 'ask-callback-time',
    }),
    ...explainFee('paid', 'ask-callback-time'),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'accepted-repair': end('accepted-repair'),
    paid: end('paid'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
