import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller has a grievance to pour out: hear it to the end, own up, and settle it. */
export default scenario({
  id: 'complaint-listen-and-settle',
  initial: 'keep-calm',
  findOut: ['callerName', 'address', 'callbackNumber', 'grievanceCause', 'grievanceSide', 'grievanceWish'],
  steps: {
    'keep-calm': say('complaint-listen-and-settle/keep-calm', { 'agent said it': 'take-identity' }),
    'take-identity': ask('complaint-listen-and-settle/take-identity', 'callerName', 'ask-callback-number', {
      'caller refuses': 'accept-at-once',
    }),
    'ask-callback-number': ask('complaint-listen-and-settle/ask-callback-number', 'callbackNumber', 'accept-at-once', {
      'caller refuses': 'accept-at-once',
    }),
    'accept-at-once': say('complaint-listen-and-settle/accept-at-once', { 'agent said it': 'let-vent' }),
    'let-vent': ask('complaint-listen-and-settle/let-vent', 'grievanceCause', 'show-care', {
      'caller does not know': 'show-care',
    }),
    'show-care': say('complaint-listen-and-settle/show-care', { 'agent said it': 'judge-side' }),
    'judge-side': decide([
      { when: is('grievanceSide', 'ours'), go: 'admit-fault' },
      { when: is('grievanceSide', 'misunderstanding'), go: 'discuss-solution' },
      { go: 'clarify' },
    ]),
    'admit-fault': say('complaint-listen-and-settle/admit-fault', {
      'agent said it': 'clarify',
      'caller calms down': 'clarify',
    }),
    clarify: say('complaint-listen-and-settle/clarify', {
      'caller accepts': 'discuss-solution',
      'caller refuses': 'hear-correction',
    }),
    'hear-correction': say('complaint-listen-and-settle/hear-correction', {
      'agent said it': 'discuss-solution',
      'caller accepts': 'discuss-solution',
    }),
    'discuss-solution': ask('complaint-listen-and-settle/discuss-solution', 'grievanceWish', 'agree-solution', {
      'caller does not know': 'agree-solution',
      'caller calms down': 'confirm-settlement',
      'cannot be settled now': 'ask-callback-time',
    }),
    'agree-solution': say('complaint-listen-and-settle/agree-solution', {
      'caller accepts': 'confirm-settlement',
      'caller thanks': 'thank',
      'caller refuses': 'report-upward',
      'cannot be settled now': 'ask-callback-time',
    }),
    'confirm-settlement': say('complaint-listen-and-settle/confirm-settlement', {
      'agent said it': 'accepted-repair',
      'caller thanks': 'thank',
    }),
    thank: say('complaint-listen-and-settle/thank', { 'agent said it': 'closed' }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'accepted-repair': end('accepted-repair'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
