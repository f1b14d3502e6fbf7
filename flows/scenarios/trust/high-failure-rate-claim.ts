import { findRepairCount, reportUpward } from '../../common/passages.ts'
import { end, say, scenario } from '../../dialogue.ts'

/** The caller thinks that the brand's machines break down all the time. */
export default scenario({
  id: 'high-failure-rate-claim',
  initial: 'acknowledge-busy',
  findOut: ['failureEvidence', 'repairCount', 'sameFault'],
  steps: {
    'acknowledge-busy': say('high-failure-rate-claim/acknowledge-busy', {
      'agent said it': 'explain-base-size',
      'caller questions the failure rate': 'explain-base-size',
      'own machine keeps failing': 'admit-own-trouble',
    }),
    'explain-base-size': say('high-failure-rate-claim/explain-base-size', {
      'caller accepts': 'thank-for-understanding',
      'caller is still puzzled': 'give-analogy',
      'caller insists': 'return-to-his-case',
      'own machine keeps failing': 'admit-own-trouble',
    }),
    'give-analogy': say('high-failure-rate-claim/give-analogy', {
      'caller accepts': 'thank-for-understanding',
      'caller insists': 'return-to-his-case',
      'own machine keeps failing': 'admit-own-trouble',
    }),
    'return-to-his-case': say('high-failure-rate-claim/return-to-his-case', {
      'caller accepts': 'register-his-machine',
      'caller insists': 'accepted-repair',
      'caller has nothing else': 'understood',
      'own machine keeps failing': 'admit-own-trouble',
    }),
    'register-his-machine': say('high-failure-rate-claim/register-his-machine', { 'agent said it': 'accepted-repair' }),
    'thank-for-understanding': say('high-failure-rate-claim/thank-for-understanding', {
      'agent said it': 'understood',
      'caller has nothing else': 'understood',
      'caller accepts': 'return-to-his-case',
    }),
    'admit-own-trouble': say('high-failure-rate-claim/admit-own-trouble', { 'agent said it': 'check-repair-count' }),
    ...findRepairCount('report-upward'),
    ...reportUpward('escalated'),
    understood: end('understood'),
    'accepted-repair': end('accepted-repair'),
    escalated: end('escalated'),
  },
})
