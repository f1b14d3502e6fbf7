import { bookVisit, findSymptom, reportUpward } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller is unwilling to report through the unified hotline. */
export default scenario({
  id: 'unified-hotline-reluctance',
  initial: 'acknowledge-and-apologise',
  findOut: [
    'hotlineReluctance',
    'reportedWhere',
    'callerName',
    'callbackNumber',
    'address',
    'productLine',
    'machineSerial',
    'symptom',
    'reportUrgency',
  ],
  steps: {
    'acknowledge-and-apologise': say('unified-hotline-reluctance/acknowledge-and-apologise', {
      'agent said it': 'judge-reluctance',
      'caller dislikes waiting and menus': 'invite-next-time',
      'caller tired of repeating details': 'handle-this-one-now',
      'caller wants a known engineer': 'explain-benefits',
      'caller cannot reach the hotline': 'admit-unreachable',
      'caller files a hotline complaint': 'take-the-complaint',
    }),
    'judge-reluctance': decide([
      { when: is('hotlineReluctance', 'unreachable'), go: 'admit-unreachable' },
      { when: is('hotlineReluctance', 'engineer'), go: 'explain-benefits' },
      { go: 'handle-this-one-now' },
    ]),
    'handle-this-one-now': ask('unified-hotline-reluctance/handle-this-one-now', 'machineSerial', 'check-symptom', {
      'caller does not know': 'check-symptom',
      'caller cannot reach the hotline': 'admit-unreachable',
      'caller files a hotline complaint': 'take-the-complaint',
    }),
    ...findSymptom('explain-benefits'),
    'explain-benefits': say('unified-hotline-reluctance/explain-benefits', {
      'agent said it': 'explain-record',
      'caller wants a known engineer': 'explain-named-engineer',
      'caller files a hotline complaint': 'take-the-complaint',
    }),
    'explain-record': say('unified-hotline-reluctance/explain-record', {
      'agent said it': 'check-registered',
      'caller wants a known engineer': 'explain-named-engineer',
    }),
    'explain-named-engineer': say('unified-hotline-reluctance/explain-named-engineer', {
      'agent said it': 'check-registered',
      'caller accepts': 'check-registered',
    }),
    'check-registered': decide([
      { when: unknown('symptom'), go: 'register-briefly' },
      { go: 'create-order' },
    ]),
    'register-briefly': ask('unified-hotline-reluctance/register-briefly', 'symptom', 'create-order', { 'caller does not know': 'create-order' }),
    'create-order': ask('unified-hotline-reluctance/create-order', 'ticketNumber', 'give-order-number'),
    'give-order-number': say('unified-hotline-reluctance/give-order-number', {
      'agent said it': 'offer-visit',
      'caller did not catch it': 'give-order-number',
      'caller finds calling inconvenient': 'order-created',
    }),
    'offer-visit': say('unified-hotline-reluctance/offer-visit', {
      'caller accepts': 'book-visit',
      'caller refuses': 'order-created',
      'caller finds calling inconvenient': 'order-created',
      'caller dislikes waiting and menus': 'invite-next-time',
    }),
    'invite-next-time': say('unified-hotline-reluctance/invite-next-time', {
      'agent said it': 'check-order',
      'caller finds calling inconvenient': 'check-order',
    }),
    'check-order': decide([
      { when: unknown('ticketNumber'), go: 'check-registered' },
      { go: 'book-visit' },
    ]),
    ...bookVisit('visit-booked'),
    'admit-unreachable': ask('unified-hotline-reluctance/admit-unreachable', 'ticketNumber', 'give-number-and-report'),
    'give-number-and-report': say('unified-hotline-reluctance/give-order-number', {
      'agent said it': 'report-upward',
      'caller did not catch it': 'give-number-and-report',
    }),
    ...reportUpward('complaint-recorded'),
    'take-the-complaint': ask('unified-hotline-reluctance/take-the-complaint', 'callbackTime', 'confirm-complaint', {
      'caller calms down': 'handle-this-one-now',
    }),
    'confirm-complaint': say('common/confirm-report', { 'agent said it': 'escalated' }),
    'visit-booked': end('visit-booked'),
    'order-created': end('order-created'),
    'complaint-recorded': end('complaint-recorded'),
    escalated: end('escalated'),
  },
})
