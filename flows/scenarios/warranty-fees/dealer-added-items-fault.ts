import { explainFee } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** Software or hardware that the dealer added for nothing has failed and the caller wants it covered. */
export default scenario({
  id: 'dealer-added-items-fault',
  initial: 'identify-standard-config',
  findOut: ['faultyItemOrigin', 'configEvidence', 'addedItemPlan'],
  steps: {
    'identify-standard-config': ask('dealer-added-items-fault/identify-standard-config', 'configEvidence', 'ask-item-origin', {
      'caller does not know': 'ask-item-origin',
      'caller holds brand to cover all': 'explain-coverage',
      'caller asks for a quick favour': 'give-analogy',
    }),
    'ask-item-origin': ask('dealer-added-items-fault/ask-item-origin', 'faultyItemOrigin', 'judge-origin', {
      'caller does not know': 'explain-coverage',
      'original machine still faulty': 'promise-machine-repair',
    }),
    'judge-origin': decide([
      { when: is('faultyItemOrigin', 'factory'), go: 'promise-machine-repair' },
      { go: 'explain-coverage' },
    ]),
    'explain-coverage': say('dealer-added-items-fault/explain-coverage', {
      'agent said it': 'give-analogy',
      'caller asks for a quick favour': 'give-analogy',
      'caller unsure where to turn': 'offer-standard-part',
      'original machine still faulty': 'promise-machine-repair',
    }),
    'give-analogy': say('dealer-added-items-fault/give-analogy', {
      'agent said it': 'advise-dealer',
      'caller insists': 'advise-dealer',
      'caller unsure where to turn': 'offer-standard-part',
    }),
    'advise-dealer': say('dealer-added-items-fault/advise-dealer', {
      'caller accepts': 'offer-config-list',
      'dealer cannot be reached': 'offer-config-list',
      'caller unsure where to turn': 'offer-standard-part',
      'caller refuses': 'offer-standard-part',
      'original machine still faulty': 'promise-machine-repair',
    }),
    'offer-config-list': say('dealer-added-items-fault/offer-config-list', {
      'agent said it': 'referred-to-dealer',
      'dealer cannot be reached': 'explain-consumer-rights',
    }),
    'explain-consumer-rights': say('dealer-added-items-fault/explain-consumer-rights', {
      'agent said it': 'referred-to-dealer',
      'caller accepts': 'referred-to-dealer',
    }),
    'offer-standard-part': say('dealer-added-items-fault/offer-standard-part', {
      'caller accepts': 'explain-fee',
      'caller refuses': 'referred-to-dealer',
      'dealer cannot be reached': 'explain-consumer-rights',
      'caller asks the price': 'explain-fee',
    }),
    ...explainFee('buys-part', 'referred-to-dealer'),
    'promise-machine-repair': say('dealer-added-items-fault/promise-machine-repair', {
      'agent said it': 'accepted-repair',
    }),
    'referred-to-dealer': end('referred-to-dealer'),
    'buys-part': end('buys-part'),
    'accepted-repair': end('accepted-repair'),
  },
})
