import { is } from '../../conditions.ts'
import { decide, end, say, scenario } from '../../dialogue.ts'

/** The caller doubts that a repaired machine is still reliable. */
export default scenario({
  id: 'doubts-quality-after-repair',
  initial: 'normalise-repair',
  findOut: ['afterRepairDoubt', 'openedByOwner'],
  steps: {
    'normalise-repair': say('doubts-quality-after-repair/normalise-repair', {
      'agent said it': 'check-how-fixed',
      'caller doubts the repaired machine': 'check-how-fixed',
      'caller would buy the part himself': 'explain-compatibility',
    }),
    'check-how-fixed': decide([
      { when: is('failedPartFix', 'repaired'), go: 'explain-board-repair' },
      { go: 'explain-no-wear' },
    ]),
    'explain-no-wear': say('doubts-quality-after-repair/explain-no-wear', {
      'agent said it': 'compare-with-rice-bag',
      'caller would buy the part himself': 'explain-compatibility',
    }),
    'compare-with-rice-bag': say('doubts-quality-after-repair/compare-with-rice-bag', {
      'agent said it': 'tell-cover-after-repair',
      'caller would buy the part himself': 'explain-compatibility',
    }),
    'explain-board-repair': say('doubts-quality-after-repair/explain-board-repair', {
      'agent said it': 'tell-cover-after-repair',
      'caller doubts the repaired machine': 'explain-no-wear',
    }),
    'tell-cover-after-repair': say('doubts-quality-after-repair/tell-cover-after-repair', { 'agent said it': 'state-condition' }),
    'explain-compatibility': say('doubts-quality-after-repair/explain-compatibility', {
      'agent said it': 'state-condition',
      'caller insists on swapping it himself': 'note-own-choice',
    }),
    'state-condition': say('doubts-quality-after-repair/state-condition', {
      'caller accepts': 'understood',
      'caller agrees to have it repaired': 'register-repair',
      'caller insists on swapping it himself': 'note-own-choice',
      'caller doubts the repaired machine': 'tell-cover-after-repair',
    }),
    'register-repair': say('doubts-quality-after-repair/register-repair', { 'agent said it': 'accepted-repair' }),
    'note-own-choice': say('doubts-quality-after-repair/note-own-choice', {
      'agent said it': 'self-repair-noted',
      'caller agrees to have it repaired': 'register-repair',
    }),
    understood: end('understood'),
    'accepted-repair': end('accepted-repair'),
    'self-repair-noted': end('self-repair-noted'),
  },
})
