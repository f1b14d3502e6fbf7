import { findWarranty, promiseCallback, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The exchange period is over, the machine is still within its service life, and the part is discontinued. */
export default scenario({
  id: 'no-parts-within-service-life',
  initial: 'apologise',
  findOut: ['warranty', 'pastServiceLife', 'partGone', 'noPartWish'],
  steps: {
    apologise: say('no-parts-within-service-life/apologise', {
      'agent said it': 'check-life',
      'caller wants machine not part': 'check-life',
    }),
    'check-life': decide([
      { when: is('pastServiceLife', true), go: 'past-service-life-no-parts' },
      { go: 'verify-parts' },
    ]),
    'verify-parts': ask('no-parts-within-service-life/verify-parts', 'partGone', 'judge-gone', {
      'shortage only temporary': 'give-arrival-date',
      'part is discontinued': 'check-warranty',
      'cannot be settled now': 'ask-callback-time',
    }),
    'judge-gone': decide([
      { when: is('partGone', 'shortage'), go: 'give-arrival-date' },
      { go: 'check-warranty' },
    ]),
    'give-arrival-date': say('no-parts-within-service-life/give-arrival-date', {
      'caller accepts': 'ask-callback-time',
      'agent said it': 'ask-callback-time',
      'caller refuses': 'report-upward',
    }),
    ...promiseCallback('callback-promised'),
    ...findWarranty('offer-in-warranty', 'offer-out-of-warranty'),
    'offer-in-warranty': ask('no-parts-within-service-life/offer-in-warranty', 'noPartWish', 'judge-wish', {
      'caller accepts': 'schedule-exchange',
      'caller wants model changed or refund': 'explain-other-model',
      'caller does not know': 'schedule-exchange',
    }),
    'judge-wish': decide([
      { when: is('noPartWish', 'sameModel'), go: 'schedule-exchange' },
      { go: 'explain-other-model' },
    ]),
    'schedule-exchange': say('no-parts-within-service-life/schedule-exchange', {
      'agent said it': 'exchange-arranged',
      'caller accepts': 'exchange-arranged',
    }),
    'explain-other-model': say('no-parts-within-service-life/explain-other-model', {
      'caller accepts': 'schedule',
      'caller asks the price': 'schedule',
      'caller refuses depreciation fee': 'offer-same-again',
    }),
    'offer-same-again': say('no-parts-within-service-life/offer-same-again', {
      'caller accepts': 'schedule-exchange',
      'caller refuses depreciation fee': 'report-upward',
      'caller insists': 'report-upward',
    }),
    'offer-out-of-warranty': say('no-parts-within-service-life/offer-out-of-warranty', {
      'caller accepts': 'schedule',
      'caller asks the price': 'schedule',
      'caller refuses depreciation fee': 'report-upward',
      'caller wants to think': 'ask-callback-time',
    }),
    schedule: ask('no-parts-within-service-life/schedule', 'callbackTime', 'exchange-with-depreciation', {
      'caller accepts': 'exchange-with-depreciation',
      'caller refuses depreciation fee': 'report-upward',
      'caller refuses': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'past-service-life-no-parts': switchTo('past-service-life-no-parts'),
    'exchange-arranged': end('exchange-arranged'),
    'exchange-with-depreciation': end('exchange-with-depreciation'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
