import { bookVisit, explainFee, findWarranty, sendIn } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The free on-site period is over and the caller compares the visit fee with Haier's service. */
export default scenario({
  id: 'compare-with-haier-free-visit',
  initial: 'acknowledge-wish',
  findOut: ['onsitePeriod', 'servedInPeriod', 'canSendIn', 'visitFeeGrievance'],
  steps: {
    'acknowledge-wish': ask('compare-with-haier-free-visit/acknowledge-wish', 'onsitePeriod', 'judge-period', {
      'caller does not know': 'check-warranty',
      'period only just ended': 'explain-by-life-example',
      'caller compares with haier': 'state-haier-also-strict',
      'caller says only money counts': 'assure-equal-service',
    }),
    'judge-period': decide([
      { when: is('onsitePeriod', 'within'), go: 'book-visit' },
      { go: 'check-warranty' },
    ]),
    ...bookVisit('visit-booked'),
    ...findWarranty('tell-warranty-still-good', 'explain-by-life-example'),
    'tell-warranty-still-good': say('compare-with-haier-free-visit/tell-warranty-still-good', {
      'agent said it': 'suggest-bring-in',
      'caller accepts': 'suggest-bring-in',
      'caller compares with haier': 'state-haier-also-strict',
    }),
    'explain-by-life-example': say('compare-with-haier-free-visit/explain-by-life-example', {
      'agent said it': 'state-haier-also-strict',
      'period only just ended': 'state-haier-also-strict',
      'caller compares with haier': 'state-haier-also-strict',
      'caller says only money counts': 'assure-equal-service',
    }),
    'state-haier-also-strict': say('compare-with-haier-free-visit/state-haier-also-strict', {
      'agent said it': 'suggest-bring-in',
      'caller compares with haier': 'suggest-bring-in',
      'caller says only money counts': 'assure-equal-service',
    }),
    'suggest-bring-in': say('compare-with-haier-free-visit/suggest-bring-in', {
      'caller prefers sending in': 'arrange-send-in',
      'caller accepts': 'arrange-send-in',
      'caller prefers a visit': 'explain-fee',
      'caller says only money counts': 'assure-equal-service',
      'caller refuses': 'still-unhappy',
    }),
    ...sendIn('brings-in'),
    ...explainFee('paid-visit', 'assure-equal-service'),
    'assure-equal-service': say('compare-with-haier-free-visit/assure-equal-service', {
      'agent said it': 'accepted-policy',
      'caller says only money counts': 'accepted-policy',
      'caller accepts': 'accepted-policy',
      'caller still upset': 'still-unhappy',
      'caller prefers sending in': 'arrange-send-in',
    }),
    'paid-visit': end('paid-visit'),
    'brings-in': end('brings-in'),
    'accepted-policy': end('accepted-policy'),
    'still-unhappy': end('still-unhappy'),
    'visit-booked': end('visit-booked'),
  },
})
