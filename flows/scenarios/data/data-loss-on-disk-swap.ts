import { promiseCallback } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The disk must be replaced, and what is on it may be lost. */
export default scenario({
  id: 'data-loss-on-disk-swap',
  initial: 'preliminary-judgement-and-ask-backup',
  findOut: ['diskVerdict', 'hasBackup', 'dataImportance', 'dataMood', 'acceptsDataLoss'],
  steps: {
    'preliminary-judgement-and-ask-backup': ask('data-loss-on-disk-swap/preliminary-judgement-and-ask-backup', 'hasBackup', 'judge-backup', {
      'caller does not know': 'warn-before-swap',
      'cannot be settled now': 'test-before-judging',
    }),
    'judge-backup': decide([
      { when: is('diskVerdict', 'unsure'), go: 'test-before-judging' },
      { when: is('hasBackup', true), go: 'swap-and-restore' },
      { go: 'warn-before-swap' },
    ]),
    'warn-before-swap': say('data-loss-on-disk-swap/warn-before-swap', {
      'caller agrees to the risk': 'put-consent-in-writing',
      'caller does not accept the loss': 'promise-best-effort',
      'caller anxious about the data': 'comfort-about-data',
      'caller wants to save the data first': 'suggest-recovery-first',
      'caller wants to keep the old disk': 'explain-old-disk',
    }),
    'promise-best-effort': say('data-loss-on-disk-swap/promise-best-effort', {
      'caller agrees to the risk': 'put-consent-in-writing',
      'caller wants to save the data first': 'suggest-recovery-first',
      'caller wants to keep the old disk': 'explain-old-disk',
      'caller anxious about the data': 'comfort-about-data',
    }),
    'comfort-about-data': say('data-loss-on-disk-swap/comfort-about-data', {
      'agent said it': 'advise-backup',
      'caller wants to save the data first': 'suggest-recovery-first',
    }),
    'swap-and-restore': say('data-loss-on-disk-swap/swap-and-restore', {
      'agent said it': 'advise-backup',
      'caller wants to keep the old disk': 'explain-old-disk',
    }),
    'advise-backup': say('data-loss-on-disk-swap/advise-backup', { 'agent said it': 'ask-consent' }),
    'ask-consent': ask('data-loss-on-disk-swap/ask-consent', 'acceptsDataLoss', 'judge-consent', {
      'caller wants to keep the old disk': 'explain-old-disk',
      'caller does not know': 'suggest-recovery-first',
    }),
    'judge-consent': decide([
      { when: is('acceptsDataLoss', true), go: 'put-consent-in-writing' },
      { go: 'suggest-recovery-first' },
    ]),
    'put-consent-in-writing': say('data-loss-on-disk-swap/put-consent-in-writing', { 'agent said it': 'part-replaced' }),
    'suggest-recovery-first': say('data-loss-on-disk-swap/suggest-recovery-first', {
      'agent said it': 'paused-by-customer',
      'caller agrees to the risk': 'put-consent-in-writing',
    }),
    'explain-old-disk': say('data-loss-on-disk-swap/explain-old-disk', {
      'agent said it': 'escalated',
      'caller agrees to the risk': 'put-consent-in-writing',
    }),
    'test-before-judging': say('data-loss-on-disk-swap/test-before-judging', { 'agent said it': 'ask-callback-time' }),
    ...promiseCallback('callback-promised'),
    'part-replaced': end('part-replaced'),
    'callback-promised': end('callback-promised'),
    'paused-by-customer': end('paused-by-customer'),
    escalated: end('escalated'),
  },
})
