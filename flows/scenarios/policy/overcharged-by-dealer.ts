import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller paid more than the uniform price and wants a refund or an exchange. */
export default scenario({
  id: 'overcharged-by-dealer',
  initial: 'empathise',
  findOut: ['pricedShop', 'pricePaidGap', 'proofPapers', 'dealerAuthorised'],
  steps: {
    empathise: say('overcharged-by-dealer/empathise', { 'agent said it': 'state-uniform-price' }),
    'state-uniform-price': say('overcharged-by-dealer/state-uniform-price', {
      'agent said it': 'explain-situation',
      'machine is faulty too': 'register-fault',
    }),
    'explain-situation': say('overcharged-by-dealer/explain-situation', { 'agent said it': 'check-dealer' }),
    'check-dealer': ask('overcharged-by-dealer/check-dealer', 'pricedShop', 'verify-dealer', { 'caller does not know': 'direct-to-mall' }),
    'verify-dealer': ask('overcharged-by-dealer/verify-dealer', 'dealerAuthorised', 'judge-dealer', {
      'cannot be settled now': 'record-feedback',
    }),
    'judge-dealer': decide([
      { when: is('dealerAuthorised', false), go: 'explain-unauthorised' },
      { go: 'direct-to-mall' },
    ]),
    'explain-unauthorised': say('overcharged-by-dealer/explain-unauthorised', {
      'caller accepts': 'closed',
      'machine is faulty too': 'register-fault',
      'caller turns to consumer hotline': 'respect-consumer-hotline',
      'caller insists': 'report-upward',
    }),
    'direct-to-mall': say('overcharged-by-dealer/direct-to-mall', {
      'agent said it': 'record-feedback',
      'machine is faulty too': 'register-fault',
      'caller turns to consumer hotline': 'respect-consumer-hotline',
      'caller insists': 'report-upward',
    }),
    'record-feedback': say('overcharged-by-dealer/record-feedback', {
      'agent said it': 'ask-callback-time',
      'caller turns to consumer hotline': 'respect-consumer-hotline',
    }),
    'respect-consumer-hotline': say('overcharged-by-dealer/respect-consumer-hotline', { 'agent said it': 'closed' }),
    'register-fault': say('overcharged-by-dealer/register-fault', {
      'caller accepts': 'accepted-repair',
      'caller refuses': 'check-dealer',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    'accepted-repair': end('accepted-repair'),
    escalated: end('escalated'),
  },
})
