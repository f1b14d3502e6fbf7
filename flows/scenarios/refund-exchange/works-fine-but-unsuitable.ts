import { bookVisit, findDaysOwned, reportUpward } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Nothing is broken; the machine just does not suit the caller. */
export default scenario({
  id: 'works-fine-but-unsuitable',
  initial: 'understand-need',
  findOut: ['daysOwned', 'exchangeTestResult', 'unsuitablePart'],
  steps: {
    'understand-need': ask('works-fine-but-unsuitable/understand-need', 'unsuitablePart', 'judge-need', {
      'caller does not know': 'check-days-owned',
    }),
    'judge-need': decide([{ when: is('unsuitablePart', 'usage'), go: 'teach-by-phone' }, { go: 'check-days-owned' }]),
    'teach-by-phone': say('works-fine-but-unsuitable/teach-by-phone', {
      'caller accepts': 'confirm-taught',
      'caller refuses': 'check-days-owned',
    }),
    'confirm-taught': say('works-fine-but-unsuitable/confirm-taught', {
      'caller thanks': 'resolved-by-phone',
      'caller accepts': 'resolved-by-phone',
      'caller insists': 'check-days-owned',
    }),
    ...findDaysOwned('check-test-known'),
    'check-test-known': decide([
      { when: unknown('exchangeTestResult'), go: 'check-result-and-date' },
      { go: 'judge-result' },
    ]),
    'check-result-and-date': ask('works-fine-but-unsuitable/check-result-and-date', 'exchangeTestResult', 'judge-result', {
      'caller does not know': 'offer-test',
    }),
    'judge-result': decide([
      { when: is('exchangeTestResult', 'performance'), go: 'exchange-over-15-days-first-fault' },
      { when: is('exchangeTestResult', 'untested'), go: 'offer-test' },
      { go: 'explain-rule' },
    ]),
    'offer-test': say('works-fine-but-unsuitable/offer-test', {
      'caller accepts': 'book-visit',
      'caller refuses': 'explain-rule',
    }),
    'explain-rule': say('works-fine-but-unsuitable/explain-rule', {
      'agent said it': 'state-cannot',
      'caller insists': 'state-cannot',
    }),
    'state-cannot': say('works-fine-but-unsuitable/state-cannot', {
      'agent said it': 'suggest-other-way',
      'caller insists': 'report-upward',
    }),
    'suggest-other-way': say('works-fine-but-unsuitable/suggest-other-way', {
      'caller accepts': 'explain-warranty-transfer',
      'caller insists': 'report-upward',
      'caller wants to think': 'explain-warranty-transfer',
    }),
    'explain-warranty-transfer': say('works-fine-but-unsuitable/explain-warranty-transfer', {
      'agent said it': 'closed',
      'caller thanks': 'closed',
    }),
    ...bookVisit('visit-booked'),
    ...reportUpward('escalated'),
    'exchange-over-15-days-first-fault': switchTo('exchange-over-15-days-first-fault'),
    'resolved-by-phone': end('resolved-by-phone'),
    'visit-booked': end('visit-booked'),
    closed: end('closed'),
    escalated: end('escalated'),
  },
})
