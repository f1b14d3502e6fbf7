import { bookVisit, promiseCallback } from '../../common/passages.ts'
import { end, say, scenario } from '../../dialogue.ts'

/** The caller takes the agent or engineer for a beginner. */
export default scenario({
  id: 'distrusts-new-engineer',
  initial: 'accept-not-defend',
  findOut: ['distrustReason', 'agentCertainty', 'problemDifficulty', 'namedEngineer', 'distrustMood'],
  steps: {
    'accept-not-defend': say('distrusts-new-engineer/accept-not-defend', {
      'agent said it': 'show-identity-and-backing',
      'caller thinks the agent is too young': 'show-method',
      'caller heard the agent ask others': 'involve-expert',
      'last repair did not help': 'apologise-for-last-time',
      'caller names an engineer': 'switch-or-continue',
      'caller wants someone else': 'hand-over',
    }),
    'apologise-for-last-time': say('distrusts-new-engineer/apologise-for-last-time', { 'agent said it': 'show-identity-and-backing' }),
    'show-identity-and-backing': say('distrusts-new-engineer/show-identity-and-backing', {
      'agent said it': 'show-method',
      'caller tests the agent': 'ask-his-view',
      'caller names an engineer': 'switch-or-continue',
      'caller wants someone else': 'hand-over',
    }),
    'ask-his-view': say('distrusts-new-engineer/ask-his-view', { 'agent said it': 'show-method' }),
    'show-method': say('distrusts-new-engineer/show-method', {
      'caller gives it a try': 'small-win',
      'caller tests the agent': 'ask-his-view',
      'cannot be settled now': 'involve-expert',
      'caller wants someone else': 'hand-over',
    }),
    'small-win': say('distrusts-new-engineer/small-win', {
      'problem is solved': 'ask-to-check',
      'cannot be settled now': 'involve-expert',
      'caller wants someone else': 'hand-over',
    }),
    'involve-expert': say('distrusts-new-engineer/involve-expert', {
      'agent said it': 'small-win',
      'cannot be settled now': 'ask-callback-time',
      'caller wants someone else': 'hand-over',
    }),
    'switch-or-continue': say('distrusts-new-engineer/switch-or-continue', {
      'caller waits for that engineer': 'note-preferred-engineer',
      'caller gives it a try': 'show-method',
      'caller wants someone else': 'hand-over',
    }),
    'note-preferred-engineer': say('distrusts-new-engineer/note-preferred-engineer', { 'agent said it': 'book-visit' }),
    ...bookVisit('visit-booked'),
    ...promiseCallback('callback-promised'),
    'hand-over': say('distrusts-new-engineer/hand-over', { 'agent said it': 'escalated' }),
    'ask-to-check': say('distrusts-new-engineer/ask-to-check', { 'agent said it': 'resolved', 'caller thanks': 'resolved' }),
    resolved: end('resolved'),
    'visit-booked': end('visit-booked'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
