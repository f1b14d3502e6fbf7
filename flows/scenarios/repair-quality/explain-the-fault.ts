import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller asks why the machine broke. */
export default scenario({
  id: 'explain-the-fault',
  initial: 'check-failed-part',
  findOut: ['failedPart', 'failedPartFix', 'explanationDepth', 'usageHabit'],
  steps: {
    'check-failed-part': decide([{ when: unknown('failedPart'), go: 'look-up-order' }, { go: 'state-part-and-fix' }]),
    'look-up-order': ask('explain-the-fault/look-up-order', 'failedPart', 'state-part-and-fix', {
      'cannot be settled now': 'ask-callback-time',
      'same fault keeps coming back': 'admit-repeat',
    }),
    'state-part-and-fix': say('explain-the-fault/state-part-and-fix', {
      'agent said it': 'simple-cause-analysis',
      'caller asks why': 'simple-cause-analysis',
      'same fault keeps coming back': 'admit-repeat',
    }),
    'simple-cause-analysis': say('explain-the-fault/simple-cause-analysis', {
      'agent said it': 'explain-part-life',
      'caller doubts the repaired machine': 'state-part-and-fix',
      'caller wants to know how it broke': 'give-usage-advice',
      'same fault keeps coming back': 'admit-repeat',
    }),
    'explain-part-life': say('explain-the-fault/explain-part-life', {
      'agent said it': 'give-usage-advice',
      'caller presses for the principle': 'offer-written-account',
    }),
    'offer-written-account': say('explain-the-fault/offer-written-account', {
      'agent said it': 'give-usage-advice',
      'caller accepts': 'give-usage-advice',
    }),
    'give-usage-advice': say('explain-the-fault/give-usage-advice', {
      'caller accepts': 'understood',
      'caller doubts the repaired machine': 'tell-repair-cover',
      'caller presses for the principle': 'offer-written-account',
      'same fault keeps coming back': 'admit-repeat',
    }),
    'tell-repair-cover': say('explain-the-fault/tell-repair-cover', { 'agent said it': 'understood', 'same fault keeps coming back': 'admit-repeat' }),
    'admit-repeat': say('explain-the-fault/admit-repeat', { 'agent said it': 'report-upward' }),
    ...reportUpward('escalated'),
    ...promiseCallback('callback-promised'),
    understood: end('understood'),
    escalated: end('escalated'),
    'callback-promised': end('callback-promised'),
  },
})
