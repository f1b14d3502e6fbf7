import { bookVisit, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** Our earlier judgement was wrong, and the caller paid for it. */
export default scenario({
  id: 'own-misjudgement',
  initial: 'admit-and-apologise',
  findOut: [
    'earlierJudgement',
    'misjudgedAt',
    'misjudgedHarm',
    'correctionNeeds',
    'misjudgedClaim',
    'misjudgedMood',
  ],
  steps: {
    'admit-and-apologise': say('own-misjudgement/admit-and-apologise', {
      'agent said it': 'explain-briefly',
      'it is a new fault': 'compare-records',
      'caller wants someone else': 'hand-over-with-notes',
    }),
    'explain-briefly': say('own-misjudgement/explain-briefly', {
      'agent said it': 'ask-harm',
      'caller angry': 'admit-and-apologise',
      'it is a new fault': 'compare-records',
    }),
    'compare-records': say('own-misjudgement/compare-records', {
      'caller accepts': 'accepted-repair',
      'caller doubts it': 'hand-over-with-notes',
    }),
    'ask-harm': ask('own-misjudgement/ask-harm', 'misjudgedHarm', 'judge-harm', { 'caller does not know': 'limit-loss' }),
    'judge-harm': decide([
      { when: is('misjudgedHarm', 'wrongPartBrought'), go: 'fetch-right-part' },
      { when: is('misjudgedHarm', 'wrongSwap'), go: 'undo-wrong-swap' },
      { when: is('misjudgedHarm', 'overpaid'), go: 'return-overcharge' },
      { when: is('misjudgedHarm', 'wastedTrip'), go: 'make-up-for-trip' },
      { when: is('misjudgedHarm', 'dataLost'), go: 'protect-the-disk' },
      { go: 'limit-loss' },
    ]),
    'limit-loss': say('own-misjudgement/limit-loss', { 'agent said it': 'give-corrected-plan' }),
    'give-corrected-plan': say('own-misjudgement/give-corrected-plan', {
      'caller accepts': 'make-it-easy',
      'caller refuses': 'report-upward',
      'caller wants someone else': 'hand-over-with-notes',
    }),
    'make-it-easy': say('own-misjudgement/make-it-easy', { 'agent said it': 'book-visit' }),
    ...bookVisit('record-and-learn'),
    'record-and-learn': say('own-misjudgement/record-and-learn', { 'agent said it': 'visit-booked' }),
    'fetch-right-part': say('own-misjudgement/fetch-right-part', {
      'caller can wait for the right part': 'visit-booked',
      'caller prefers another day': 'book-visit',
      'caller wants someone else': 'hand-over-with-notes',
    }),
    'undo-wrong-swap': say('own-misjudgement/undo-wrong-swap', { 'caller accepts': 'refunded', 'caller refuses': 'report-upward' }),
    'return-overcharge': say('own-misjudgement/return-overcharge', { 'agent said it': 'refunded', 'caller refuses': 'report-upward' }),
    'make-up-for-trip': say('own-misjudgement/make-up-for-trip', { 'caller accepts': 'report-upward', 'caller refuses': 'report-upward' }),
    'protect-the-disk': say('own-misjudgement/protect-the-disk', { 'agent said it': 'report-data-loss' }),
    'report-data-loss': say('own-misjudgement/report-data-loss', { 'agent said it': 'report-upward', 'caller accepts': 'escalated' }),
    'hand-over-with-notes': say('own-misjudgement/hand-over-with-notes', { 'agent said it': 'escalated', 'caller wants a callback': 'escalated' }),
    ...reportUpward('escalated'),
    'accepted-repair': end('accepted-repair'),
    'visit-booked': end('visit-booked'),
    refunded: end('refunded'),
    escalated: end('escalated'),
  },
})
