import { bookVisit, reportUpward, sendIn } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The caller fears that a repair will shorten the machine's life. */
export default scenario({
  id: 'repair-shortens-life-worry',
  initial: 'acknowledge-worry',
  findOut: ['repairFear', 'alreadyRepaired'],
  steps: {
    'acknowledge-worry': say('repair-shortens-life-worry/acknowledge-worry', {
      'agent said it': 'ask-repair-fear',
      'new fault after a repair': 'apologise-and-recheck',
    }),
    'ask-repair-fear': ask('repair-shortens-life-worry/ask-repair-fear', 'repairFear', 'judge-repair-fear', {
      'caller does not know': 'state-training',
      'new fault after a repair': 'apologise-and-recheck',
    }),
    'judge-repair-fear': decide([
      { when: is('repairFear', 'usedParts'), go: 'explain-part-source' },
      { go: 'state-training' },
    ]),
    'state-training': say('repair-shortens-life-worry/state-training', { 'agent said it': 'state-process' }),
    'state-process': say('repair-shortens-life-worry/state-process', { 'agent said it': 'state-standard' }),
    'state-standard': say('repair-shortens-life-worry/state-standard', {
      'agent said it': 'reassure',
      'caller asks if parts are used': 'explain-part-source',
      'new fault after a repair': 'apologise-and-recheck',
    }),
    'explain-part-source': say('repair-shortens-life-worry/explain-part-source', { 'agent said it': 'reassure' }),
    reassure: say('repair-shortens-life-worry/reassure', {
      'caller accepts': 'arrange-repair',
      'caller asks if parts are used': 'explain-part-source',
      'caller demands an exchange': 'exchange-over-15-days-first-fault',
      'caller doubts it': 'offer-full-answer',
    }),
    'offer-full-answer': say('repair-shortens-life-worry/offer-full-answer', { 'caller accepts': 'arrange-repair', 'caller refuses': 'report-upward' }),
    'arrange-repair': say('repair-shortens-life-worry/arrange-repair', {
      'caller prefers a visit': 'book-visit',
      'caller prefers sending in': 'arrange-send-in',
      'caller demands an exchange': 'exchange-over-15-days-first-fault',
    }),
    'apologise-and-recheck': say('repair-shortens-life-worry/apologise-and-recheck', {
      'caller accepts': 'arrange-send-in',
      'caller prefers a visit': 'book-visit',
      'caller demands an exchange': 'exchange-over-15-days-first-fault',
    }),
    ...bookVisit('accepted-repair'),
    ...sendIn('sent-in'),
    ...reportUpward('escalated'),
    'exchange-over-15-days-first-fault': switchTo('exchange-over-15-days-first-fault'),
    'accepted-repair': end('accepted-repair'),
    'sent-in': end('sent-in'),
    escalated: end('escalated'),
  },
})
