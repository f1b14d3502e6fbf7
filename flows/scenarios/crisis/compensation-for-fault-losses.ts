import { all, any, atLeast, atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The fault made the caller lose something and the caller wants compensation. */
export default scenario({
  id: 'compensation-for-fault-losses',
  initial: 'listen-and-empathise',
  findOut: ['someoneHurt', 'lossKind', 'lossAmount', 'lossPapers', 'lossCause', 'lossResponsible', 'daysOwned', 'warranty', 'repairCount', 'lossDemand', 'lossMood'],
  steps: {
    'listen-and-empathise': say('compensation-for-fault-losses/listen-and-empathise', {
      'agent said it': 'safety-first',
      'someone was hurt or it burnt': 'protect-first',
      'caller has a lawyer letter': 'refer-to-legal',
    }),
    'safety-first': ask('compensation-for-fault-losses/safety-first', 'someoneHurt', 'judge-safety', {
      'someone was hurt or it burnt': 'protect-first',
      'nobody hurt in the loss': 'fix-machine-first',
      'caller does not know': 'fix-machine-first',
    }),
    'judge-safety': decide([
      { when: is('someoneHurt', true), go: 'protect-first' },
      { go: 'fix-machine-first' },
    ]),
    'protect-first': say('compensation-for-fault-losses/protect-first', { 'agent said it': 'emergency' }),
    'fix-machine-first': say('compensation-for-fault-losses/fix-machine-first', {
      'agent said it': 'collect-claim',
      'caller lost files': 'stop-writing',
      'caller asks for refund or exchange': 'check-exchange-right',
      'several machines have the same fault': 'report-as-batch',
    }),
    'stop-writing': say('compensation-for-fault-losses/stop-writing', { 'agent said it': 'collect-claim' }),
    'check-exchange-right': decide([
      { when: unknown('daysOwned'), go: 'ask-days-owned' },
      { when: any(atMost('daysOwned', 'exchangeDays'), all(is('warranty', 'in'), atLeast('repairCount', 'repairsBeforeExchange'))), go: 'handle-exchange' },
      { go: 'check-record' },
    ]),
    'ask-days-owned': ask('common/ask-days-owned', 'daysOwned', 'check-exchange-right', {
      'caller does not know': 'check-record',
    }),
    'check-record': say('compensation-for-fault-losses/check-record', {
      'checked and eligible': 'handle-exchange',
      'checked and not eligible': 'explain-exchange-rule',
    }),
    'handle-exchange': say('compensation-for-fault-losses/handle-exchange', { 'agent said it': 'refund-or-exchange' }),
    'explain-exchange-rule': say('compensation-for-fault-losses/explain-exchange-rule', {
      'agent said it': 'collect-claim',
    }),
    'collect-claim': ask('compensation-for-fault-losses/collect-claim', 'lossKind', 'collect-papers', {
      'caller wants a promise now': 'state-authority-limit',
      'caller lost files': 'stop-writing',
      'staff or tools held for a claim': 'station-head-takes-over',
      'caller threatens to expose or sue': 'respect-the-right',
      'caller does not know': 'collect-papers',
    }),
    'collect-papers': say('compensation-for-fault-losses/collect-papers', {
      'agent said it': 'state-authority-limit',
      'caller wants a promise now': 'state-authority-limit',
      'caller has a lawyer letter': 'refer-to-legal',
    }),
    'state-authority-limit': say('compensation-for-fault-losses/state-authority-limit', {
      'agent said it': 'escalate-with-record',
      'caller wants a promise now': 'state-authority-limit',
      'caller wants it in writing': 'written-answer',
      'caller threatens to expose or sue': 'respect-the-right',
      'staff or tools held for a claim': 'station-head-takes-over',
    }),
    'escalate-with-record': ask('compensation-for-fault-losses/escalate-with-record', 'callbackTime', 'follow-up-on-time', {
      'caller wants it in writing': 'written-answer',
      'caller does not know': 'respect-the-right',
    }),
    'follow-up-on-time': say('compensation-for-fault-losses/follow-up-on-time', {
      'agent said it': 'judge-loss',
      'both sides agreed': 'sign-agreement',
    }),
    'judge-loss': decide([
      { when: is('lossKind', 'expenses'), go: 'keep-receipts' },
      { when: is('lossKind', 'data'), go: 'data-cause' },
      { when: is('lossKind', 'business'), go: 'business-evidence' },
      { go: 'other-loss' },
    ]),
    'keep-receipts': say('compensation-for-fault-losses/keep-receipts', {
      'agent said it': 'claim-recorded',
      'caller accepts': 'claim-recorded',
    }),
    'data-cause': say('compensation-for-fault-losses/data-cause', {
      'agent said it': 'claim-recorded',
      'caller still upset': 'claim-recorded',
    }),
    'business-evidence': say('compensation-for-fault-losses/business-evidence', {
      'agent said it': 'claim-recorded',
      'caller insists': 'claim-recorded',
    }),
    'other-loss': say('compensation-for-fault-losses/other-loss', {
      'agent said it': 'claim-recorded',
      'caller refuses': 'claim-recorded',
    }),
    'report-as-batch': say('compensation-for-fault-losses/report-as-batch', {
      'agent said it': 'escalated',
      'caller accepts': 'escalated',
    }),
    'respect-the-right': say('compensation-for-fault-losses/respect-the-right', {
      'agent said it': 'escalated',
      'caller insists': 'escalated',
    }),
    'station-head-takes-over': say('compensation-for-fault-losses/station-head-takes-over', {
      'agent said it': 'escalated',
      'caller still upset': 'escalated',
      'caller calms down': 'escalated',
    }),
    'written-answer': say('compensation-for-fault-losses/written-answer', { 'agent said it': 'escalated' }),
    'refer-to-legal': say('compensation-for-fault-losses/refer-to-legal', { 'agent said it': 'referred-to-legal' }),
    'sign-agreement': say('compensation-for-fault-losses/sign-agreement', { 'agent said it': 'settled' }),
    'refund-or-exchange': end('refund-or-exchange'),
    'claim-recorded': end('claim-recorded'),
    emergency: end('emergency'),
    'referred-to-legal': end('referred-to-legal'),
    settled: end('settled'),
    escalated: end('escalated'),
  },
})
