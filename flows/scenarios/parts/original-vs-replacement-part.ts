import { findDaysOwned, reportUpward } from '../../common/passages.ts'
import { atMost, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller holds that the original part is better than any replacement and refuses to have it replaced. */
export default scenario({
  id: 'original-vs-replacement-part',
  initial: 'acknowledge-view',
  findOut: ['wornPart', 'originalPartConcern', 'replacementStance'],
  steps: {
    'acknowledge-view': ask('original-vs-replacement-part/acknowledge-view', 'originalPartConcern', 'judge-concern', {
      'caller cites original parts': 'explain-pc-difference',
      'caller doubts part performance': 'explain-no-original-concept',
      'caller does not know': 'explain-pc-difference',
      'caller wants repair not replacement': 'offer-repair-choice',
      'caller wants machine not part': 'check-days-owned',
    }),
    'judge-concern': decide([
      { when: is('originalPartConcern', 'warranty'), go: 'state-part-warranty' },
      { when: is('originalPartConcern', 'performance'), go: 'explain-no-original-concept' },
      { go: 'explain-pc-difference' },
    ]),
    'explain-pc-difference': say('original-vs-replacement-part/explain-pc-difference', {
      'agent said it': 'explain-no-original-concept',
      'caller doubts part performance': 'explain-no-original-concept',
      'caller wants machine not part': 'check-days-owned',
    }),
    'explain-no-original-concept': say('original-vs-replacement-part/explain-no-original-concept', {
      'agent said it': 'state-part-warranty',
      'caller doubts it': 'state-part-warranty',
      'caller accepts': 'do-replacement',
    }),
    'state-part-warranty': say('original-vs-replacement-part/state-part-warranty', {
      'caller accepts': 'do-replacement',
      'caller wants repair not replacement': 'offer-repair-choice',
      'caller refuses': 'offer-repair-choice',
      'caller wants machine not part': 'check-days-owned',
    }),
    'offer-repair-choice': say('original-vs-replacement-part/offer-repair-choice', {
      'caller wants repair not replacement': 'record-choice',
      'caller accepts': 'do-replacement',
      'caller wants to think': 'record-choice',
    }),
    'record-choice': say('original-vs-replacement-part/record-choice', {
      'agent said it': 'paused-by-customer',
    }),
    'do-replacement': say('original-vs-replacement-part/do-replacement', {
      'caller accepts': 'part-replaced',
      'agent said it': 'part-replaced',
      'caller refuses': 'record-choice',
    }),
    ...findDaysOwned('judge-days'),
    'judge-days': decide([
      { when: atMost('daysOwned', 'exchangeDays'), go: 'check-fault-rule' },
      { go: 'explain-rule-first' },
    ]),
    'check-fault-rule': say('original-vs-replacement-part/check-fault-rule', {
      'checked and eligible': 'report-upward',
      'checked and not eligible': 'explain-rule-first',
      'cannot be settled now': 'report-upward',
    }),
    'explain-rule-first': say('original-vs-replacement-part/explain-rule-first', {
      'caller accepts': 'do-replacement',
      'caller insists': 'report-upward',
      'caller refuses': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'part-replaced': end('part-replaced'),
    'paused-by-customer': end('paused-by-customer'),
    escalated: end('escalated'),
  },
})
