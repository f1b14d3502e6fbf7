import { findDaysOwned, promiseCallback, reportUpward } from '../../common/passages.ts'
import { all, atLeast, atMost, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

const reportedOften = all(atLeast('repairCount', 'repairsBeforeExchange'), is('sameFault', true))

/** The fault comes and goes, and does not show when we look. */
export default scenario({
  id: 'fault-hard-to-see',
  initial: 'believe-and-record',
  findOut: [
    'symptom',
    'faultReproducible',
    'faultEvidence',
    'faultSurroundings',
    'daysOwned',
    'repairCount',
    'sameFault',
  ],
  steps: {
    'believe-and-record': ask('fault-hard-to-see/believe-and-record', 'symptom', 'check-history', {
      'caller does not know': 'check-history',
      'fault was reported many times': 'stop-the-watching',
      'caller paid a visit for nothing': 'explain-visit-fee',
    }),
    'check-history': decide([{ when: reportedOften, go: 'stop-the-watching' }, { go: 'check-days-owned' }]),
    ...findDaysOwned('judge-early-fault'),
    'judge-early-fault': decide([
      { when: atMost('daysOwned', 'exchangeDays'), go: 'state-early-rights' },
      { go: 'guide-reproduction' },
    ]),
    'state-early-rights': say('fault-hard-to-see/state-early-rights', { 'agent said it': 'offer-early-test' }),
    'offer-early-test': say('fault-hard-to-see/offer-early-test', {
      'caller accepts': 'accepted-repair',
      'caller refuses': 'guide-reproduction',
    }),
    'guide-reproduction': say('fault-hard-to-see/guide-reproduction', {
      'fault shows up': 'take-as-fault',
      'fault does not show': 'quick-exclusion',
      'fault was reported many times': 'stop-the-watching',
      'caller demands a new part or refund': 'explain-result-honestly',
    }),
    'take-as-fault': say('fault-hard-to-see/take-as-fault', { 'agent said it': 'accepted-repair' }),
    'quick-exclusion': say('fault-hard-to-see/quick-exclusion', {
      'settings or surroundings cause it': 'explain-adjustment',
      'fault shows up': 'take-as-fault',
      'fault does not show': 'extended-test',
      'caller demands a new part or refund': 'explain-result-honestly',
    }),
    'explain-adjustment': say('fault-hard-to-see/explain-adjustment', { 'agent said it': 'guided-by-phone' }),
    'extended-test': say('fault-hard-to-see/extended-test', {
      'caller lets us test it longer': 'arrange-long-test',
      'caller cannot spare the machine': 'offer-loan-or-slot',
      'caller refuses': 'explain-result-honestly',
    }),
    'arrange-long-test': say('fault-hard-to-see/arrange-long-test', { 'agent said it': 'sent-in' }),
    'offer-loan-or-slot': say('fault-hard-to-see/offer-loan-or-slot', {
      'caller accepts': 'loaner-provided',
      'no loan machine is free': 'keep-open-and-agree-next',
      'caller refuses': 'keep-open-and-agree-next',
    }),
    'explain-result-honestly': say('fault-hard-to-see/explain-result-honestly', {
      'agent said it': 'keep-open-and-agree-next',
      'caller is sure it is faulty': 'keep-open-and-agree-next',
      'caller lets us test it longer': 'arrange-long-test',
    }),
    'keep-open-and-agree-next': say('fault-hard-to-see/keep-open-and-agree-next', {
      'agent said it': 'ask-callback-time',
      'caller lets us test it longer': 'arrange-long-test',
    }),
    'stop-the-watching': say('fault-hard-to-see/stop-the-watching', { 'agent said it': 'report-upward', 'caller accepts': 'escalated' }),
    'explain-visit-fee': say('fault-hard-to-see/explain-visit-fee', { 'agent said it': 'report-upward', 'caller accepts': 'check-history' }),
    ...reportUpward('escalated'),
    ...promiseCallback('callback-promised'),
    'accepted-repair': end('accepted-repair'),
    'guided-by-phone': end('guided-by-phone'),
    'sent-in': end('sent-in'),
    'loaner-provided': end('loaner-provided'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
