import { findDaysOwned } from '../../common/passages.ts'
import { all, any, atMost, is, not } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Solder marks were found and the caller feels accused of having repaired the machine. */
export default scenario({
  id: 'suspected-self-repair',
  initial: 'apologise',
  findOut: ['daysOwned', 'benchSerial', 'repairedStock', 'machineIntact', 'purchaseProof', 'partsSwapped'],
  steps: {
    apologise: say('suspected-self-repair/apologise', {
      'agent said it': 'propose-bench-test',
      'caller threatens to expose or sue': 'crisis-media-exposure',
    }),
    'propose-bench-test': say('suspected-self-repair/propose-bench-test', {
      'caller accepts': 'promise-two-days',
      'agent said it': 'promise-two-days',
      'caller objects to leaving the machine': 'explain-the-bench-test',
      'caller threatens to expose or sue': 'crisis-media-exposure',
    }),
    'explain-the-bench-test': say('suspected-self-repair/explain-the-bench-test', {
      'caller accepts': 'promise-two-days',
      'agent said it': 'promise-two-days',
      'caller still upset': 'reply-in-time',
    }),
    'promise-two-days': say('suspected-self-repair/promise-two-days', {
      'agent said it': 'report-serial',
      'caller threatens to expose or sue': 'crisis-media-exposure',
    }),
    'report-serial': ask('suspected-self-repair/report-serial', 'benchSerial', 'check-days-owned', {
      'caller does not know': 'check-days-owned',
    }),
    ...findDaysOwned('ask-proof'),
    'ask-proof': ask('suspected-self-repair/ask-proof', 'purchaseProof', 'judge-origin', {
      'caller does not know': 'judge-origin',
    }),
    'judge-origin': decide([
      { when: is('repairedStock', true), go: 'admit-repaired-stock' },
      { when: all(is('repairedStock', false), atMost('daysOwned', 'firstMonthDays'), not(is('machineIntact', false)), any(is('purchaseProof', 'card'), is('purchaseProof', 'invoice'))), go: 'judge' },
      { go: 'reply-in-time' },
    ]),
    judge: say('suspected-self-repair/judge', { 'agent said it': 'reply-in-time', 'caller accepts': 'improve' }),
    'reply-in-time': ask('suspected-self-repair/reply-in-time', 'callbackTime', 'confirm-reply', {
      'machine was sold normally': 'improve',
      'machine came from repaired stock': 'admit-repaired-stock',
      'no finding within two days': 'report-still-checking',
      'caller does not know': 'report-still-checking',
    }),
    'confirm-reply': say('suspected-self-repair/confirm-reply', {
      'agent said it': 'callback-promised',
      'machine was sold normally': 'improve',
      'machine came from repaired stock': 'admit-repaired-stock',
    }),
    'report-still-checking': say('suspected-self-repair/report-still-checking', {
      'agent said it': 'callback-promised',
      'caller threatens to expose or sue': 'crisis-media-exposure',
    }),
    improve: say('suspected-self-repair/improve', {
      'agent said it': 'accepted-repair',
      'caller accepts': 'accepted-repair',
    }),
    'admit-repaired-stock': say('suspected-self-repair/admit-repaired-stock', { 'agent said it': 'escalated' }),
    'accepted-repair': end('accepted-repair'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
    'crisis-media-exposure': switchTo('crisis-media-exposure'),
  },
})
