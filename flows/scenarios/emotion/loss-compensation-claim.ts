import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { all, is, not } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** A fault or an outage cost the caller money; the caller wants compensation. */
export default scenario({
  id: 'loss-compensation-claim',
  initial: 'sympathise',
  findOut: ['lossAmount', 'lossProof', 'lossLink', 'lossNotice', 'lossWish'],
  steps: {
    sympathise: say('loss-compensation-claim/sympathise', {
      'agent said it': 'record',
      'caller got no promised reply': 'apologise-for-no-reply',
    }),
    record: ask('loss-compensation-claim/record', 'lossAmount', 'ask-loss-proof', {
      'caller does not know': 'ask-loss-proof',
      'caller got no promised reply': 'apologise-for-no-reply',
    }),
    'apologise-for-no-reply': say('loss-compensation-claim/apologise-for-no-reply', {
      'agent said it': 'ask-callback-time',
      'caller wants the answer now': 'check-facts',
    }),
    'ask-loss-proof': ask('loss-compensation-claim/ask-loss-proof', 'lossProof', 'check-facts', {
      'caller does not know': 'check-facts',
    }),
    'check-facts': ask('loss-compensation-claim/check-facts', 'lossLink', 'judge-facts', {
      'cannot be settled now': 'help-reduce',
    }),
    'judge-facts': decide([
      { when: all(is('lossLink', 'clear'), not(is('lossNotice', true))), go: 'admit-and-report' },
      { when: is('lossNotice', true), go: 'explain-notice' },
      { go: 'help-reduce' },
    ]),
    'admit-and-report': say('loss-compensation-claim/admit-and-report', { 'agent said it': 'report-upward' }),
    'explain-notice': say('loss-compensation-claim/explain-notice', {
      'agent said it': 'offer-remedy',
      'caller denies the notice': 'help-reduce',
    }),
    'offer-remedy': say('loss-compensation-claim/offer-remedy', {
      'caller accepts': 'closed',
      'caller insists': 'state-authority',
      'caller threatens to expose or sue': 'crisis-escalation',
    }),
    'help-reduce': say('loss-compensation-claim/help-reduce', {
      'agent said it': 'state-authority',
      'caller insists': 'state-authority',
      'caller accepts': 'state-authority',
    }),
    'state-authority': say('loss-compensation-claim/state-authority', {
      'agent said it': 'commit-time',
      'caller asks how long': 'commit-time',
      'caller threatens to expose or sue': 'crisis-escalation',
    }),
    'commit-time': ask('loss-compensation-claim/commit-time', 'callbackTime', 'promise-callback', {
      'caller threatens to expose or sue': 'crisis-escalation',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'crisis-escalation': switchTo('crisis-escalation'),
    'callback-promised': end('callback-promised'),
    closed: end('closed'),
    escalated: end('escalated'),
  },
})
