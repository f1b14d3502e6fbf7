import { bookVisit, findDaysOwned } from '../../common/passages.ts'
import { atMost } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller was told that the monitor is fine, and does not believe it. */
export default scenario({
  id: 'display-not-faulty',
  initial: 'ask-symptom',
  findOut: ['symptom', 'displayUse', 'displayResult'],
  steps: {
    'ask-symptom': ask('display-not-faulty/ask-symptom', 'symptom', 'ask-usage', {
      'caller does not know': 'ask-usage',
      'caller demands an exchange': 'check-days-owned',
    }),
    'ask-usage': ask('display-not-faulty/ask-usage', 'displayUse', 'adjust-display', {
      'caller does not know': 'adjust-display',
      'caller demands an exchange': 'check-days-owned',
    }),
    'adjust-display': say('display-not-faulty/adjust-display', {
      'caller sees it clearly now': 'accepted-normal',
      'caller still sees it blurred': 'check-scaling-and-cable',
      'caller asks why higher is blurrier': 'compare-with-glasses',
      'caller refuses': 'offer-visit',
    }),
    'compare-with-glasses': say('display-not-faulty/compare-with-glasses', {
      'agent said it': 'adjust-display',
      'caller sees it clearly now': 'accepted-normal',
      'caller still sees it blurred': 'check-scaling-and-cable',
    }),
    'check-scaling-and-cable': say('display-not-faulty/check-scaling-and-cable', {
      'caller sees it clearly now': 'accepted-normal',
      'caller still sees it blurred': 'offer-visit',
      'caller demands an exchange': 'check-days-owned',
    }),
    ...findDaysOwned('judge-exchange-period'),
    'judge-exchange-period': decide([
      { when: atMost('daysOwned', 'exchangeDays'), go: 'state-exchange-right' },
      { go: 'offer-visit' },
    ]),
    'state-exchange-right': say('display-not-faulty/state-exchange-right', { 'agent said it': 'offer-visit' }),
    'offer-visit': say('display-not-faulty/offer-visit', {
      'caller accepts': 'book-visit',
      'caller prefers sending in': 'note-free-choice',
      'caller refuses': 'note-free-choice',
    }),
    'note-free-choice': say('display-not-faulty/note-free-choice', { 'caller accepts': 'book-visit', 'caller sees it clearly now': 'accepted-normal' }),
    ...bookVisit('visit-booked'),
    'accepted-normal': end('accepted-normal'),
    'visit-booked': end('visit-booked'),
  },
})
