import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller suspects that a whole batch is faulty. */
export default scenario({
  id: 'suspected-batch-problem',
  initial: 'listen-and-safety-check',
  findOut: ['batchModel', 'batchSymptoms', 'batchHazard', 'batchCount', 'batchSource', 'batchNotice', 'batchCaller', 'batchDemand'],
  steps: {
    'listen-and-safety-check': ask('suspected-batch-problem/listen-and-safety-check', 'batchHazard', 'judge-hazard', {
      'machine shows danger signs': 'stop-and-leave',
      'no danger signs': 'collect-facts',
      'reporter asks about the batch': 'refer-to-press',
      'caller does not know': 'collect-facts',
    }),
    'judge-hazard': decide([
      { when: is('batchHazard', true), go: 'stop-and-leave' },
      { go: 'collect-facts' },
    ]),
    'stop-and-leave': say('suspected-batch-problem/stop-and-leave', { 'agent said it': 'emergency' }),
    'collect-facts': ask('suspected-batch-problem/collect-facts', 'batchModel', 'ask-count', {
      'reporter asks about the batch': 'refer-to-press',
      'caller knows of a recall notice': 'handle-by-notice',
      'caller asks whether you knew': 'state-position',
      'caller does not know': 'ask-count',
    }),
    'ask-count': ask('suspected-batch-problem/ask-count', 'batchCount', 'ask-source', {
      'caller does not know': 'ask-source',
    }),
    'ask-source': ask('suspected-batch-problem/ask-source', 'batchSource', 'judge-notice', {
      'reporter asks about the batch': 'refer-to-press',
      'caller knows of a recall notice': 'handle-by-notice',
      'caller does not know': 'judge-notice',
    }),
    'judge-notice': decide([
      { when: is('batchCaller', 'reporter'), go: 'refer-to-press' },
      { when: is('batchNotice', 'present'), go: 'handle-by-notice' },
      { go: 'solve-current-machine' },
    ]),
    'solve-current-machine': say('suspected-batch-problem/solve-current-machine', {
      'agent said it': 'state-position',
      'one machine and online talk': 'thank-and-repair',
      'many machines in one organisation': 'joint-check',
      'caller asks whether you knew': 'state-position',
      'caller wants failure figures': 'state-position',
    }),
    'state-position': say('suspected-batch-problem/state-position', {
      'agent said it': 'report-and-track',
      'caller asks whether you knew': 'state-position',
      'caller wants failure figures': 'offer-own-record',
      'caller wants all replaced': 'batch-demand-reported',
      'caller threatens to expose or sue': 'respect-and-report',
    }),
    'offer-own-record': say('suspected-batch-problem/offer-own-record', {
      'agent said it': 'report-and-track',
      'caller asks whether you knew': 'state-position',
    }),
    'report-and-track': ask('suspected-batch-problem/report-and-track', 'callbackTime', 'follow-official-info', {
      'caller wants all replaced': 'batch-demand-reported',
      'caller threatens to expose or sue': 'respect-and-report',
      'caller does not know': 'respect-and-report',
    }),
    'follow-official-info': say('suspected-batch-problem/follow-official-info', {
      'caller accepts': 'callback-promised',
      'caller knows of a recall notice': 'handle-by-notice',
      'caller wants all replaced': 'batch-demand-reported',
      'caller refuses': 'respect-and-report',
    }),
    'handle-by-notice': say('suspected-batch-problem/handle-by-notice', { 'agent said it': 'recall-handled' }),
    'thank-and-repair': say('suspected-batch-problem/thank-and-repair', { 'agent said it': 'accepted-repair' }),
    'joint-check': say('suspected-batch-problem/joint-check', {
      'agent said it': 'escalated',
      'caller accepts': 'escalated',
    }),
    'batch-demand-reported': say('suspected-batch-problem/batch-demand-reported', {
      'agent said it': 'escalated',
      'caller insists': 'escalated',
    }),
    'respect-and-report': say('suspected-batch-problem/respect-and-report', {
      'agent said it': 'escalated',
      'caller still upset': 'escalated',
    }),
    'refer-to-press': say('suspected-batch-problem/refer-to-press', { 'agent said it': 'referred-to-pr' }),
    'accepted-repair': end('accepted-repair'),
    emergency: end('emergency'),
    'recall-handled': end('recall-handled'),
    escalated: end('escalated'),
    'referred-to-pr': end('referred-to-pr'),
    'callback-promised': end('callback-promised'),
  },
})
