import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** An inspection team arrives or calls. */
export default scenario({
  id: 'crisis-quality-inspection',
  initial: 'receive-warmly',
  findOut: ['inspectorIdentity', 'inspectionScope', 'inspectionReported'],
  steps: {
    'receive-warmly': say('crisis-quality-inspection/receive-warmly', { 'agent said it': 'ask-identity' }),
    'ask-identity': ask('crisis-quality-inspection/ask-identity', 'inspectorIdentity', 'judge-identity', {
      'inspector shows papers': 'report-at-once',
      'inspector papers are unclear': 'ask-supervisor-first',
      'inspector only asks': 'answer-briefly',
      'caller does not know': 'ask-supervisor-first',
    }),
    'judge-identity': decide([
      { when: is('inspectorIdentity', 'unverified'), go: 'ask-supervisor-first' },
      { go: 'report-at-once' },
    ]),
    'report-at-once': say('crisis-quality-inspection/report-at-once', { 'agent said it': 'ask-scope' }),
    'ask-scope': ask('crisis-quality-inspection/ask-scope', 'inspectionScope', 'first-contact', {
      'inspector only asks': 'answer-briefly',
      'caller does not know': 'first-contact',
    }),
    'first-contact': ask('crisis-quality-inspection/first-contact', 'callbackTime', 'give-opinion', {
      'caller does not know': 'give-opinion',
    }),
    'give-opinion': say('crisis-quality-inspection/give-opinion', {
      'agent said it': 'decision-meeting',
      'inspection found a problem': 'accept-finding',
    }),
    'decision-meeting': say('crisis-quality-inspection/decision-meeting', {
      'agent said it': 'keep-records',
      'inspection found a problem': 'accept-finding',
    }),
    'keep-records': say('crisis-quality-inspection/keep-records', { 'agent said it': 'escalated' }),
    'ask-supervisor-first': say('crisis-quality-inspection/ask-supervisor-first', { 'agent said it': 'escalated' }),
    'accept-finding': say('crisis-quality-inspection/accept-finding', {
      'agent said it': 'escalated',
      'caller accepts': 'escalated',
    }),
    'answer-briefly': say('crisis-quality-inspection/answer-briefly', { 'agent said it': 'closed' }),
    escalated: end('escalated'),
    closed: end('closed'),
  },
})
