import { promiseCallback } from '../../common/passages.ts'
import { ask, end, say, scenario } from '../../dialogue.ts'

/** The caller asks which model is best. */
export default scenario({
  id: 'which-model-is-best',
  initial: 'thank-for-trust',
  findOut: ['modelUse', 'modelBudget', 'modelPortability', 'modelBuyer', 'modelInMind', 'modelAdviceWanted'],
  steps: {
    'thank-for-trust': say('which-model-is-best/thank-for-trust', {
      'agent said it': 'ask-needs',
      'caller asks what the agent uses': 'share-own-view',
      'caller finds the present one poor': 'value-present-machine',
      'caller wants a special price': 'refer-to-sales',
    }),
    'share-own-view': say('which-model-is-best/share-own-view', {
      'agent said it': 'ask-needs',
      'caller accepts': 'ask-needs',
    }),
    'value-present-machine': say('which-model-is-best/value-present-machine', {
      'agent said it': 'ask-needs',
      'caller wants a new one anyway': 'ask-needs',
    }),
    'ask-needs': ask('which-model-is-best/ask-needs', 'modelUse', 'ask-budget', {
      'caller does not know': 'ask-budget',
      'caller asks what the agent uses': 'share-own-view',
      'caller finds the present one poor': 'value-present-machine',
    }),
    'ask-budget': ask('which-model-is-best/ask-budget', 'modelBudget', 'ask-carrying', {
      'caller does not know': 'ask-carrying',
      'caller wants a special price': 'refer-to-sales',
    }),
    'ask-carrying': ask('which-model-is-best/ask-carrying', 'modelPortability', 'give-two-or-three', {
      'caller does not know': 'give-two-or-three',
    }),
    'give-two-or-three': say('which-model-is-best/give-two-or-three', {
      'agent said it': 'state-service-warranty',
      'caller asks which breaks least': 'state-service-warranty',
      'caller wants one verdict': 'give-conditional-word',
      'caller wants a special price': 'refer-to-sales',
    }),
    'give-conditional-word': say('which-model-is-best/give-conditional-word', {
      'agent said it': 'state-service-warranty',
      'caller accepts': 'state-service-warranty',
    }),
    'state-service-warranty': say('which-model-is-best/state-service-warranty', {
      'agent said it': 'refer-to-sales',
      'caller wants one verdict': 'give-two-or-three',
      'caller compares with other makers': 'give-two-or-three',
      'caller wants a special price': 'refer-to-sales',
    }),
    'refer-to-sales': say('which-model-is-best/refer-to-sales', {
      'caller means to buy': 'pass-needs-on',
      'caller is only looking': 'point-to-public-pages',
      'sales cannot take the call': 'ask-callback-time',
      'caller wants a callback': 'ask-callback-time',
    }),
    'pass-needs-on': say('which-model-is-best/pass-needs-on', {
      'agent said it': 'referred-to-sales',
      'caller accepts': 'referred-to-sales',
    }),
    'point-to-public-pages': say('which-model-is-best/point-to-public-pages', {
      'agent said it': 'informed',
      'caller thanks': 'informed',
    }),
    ...promiseCallback('callback-promised'),
    informed: end('informed'),
    'referred-to-sales': end('referred-to-sales'),
    'callback-promised': end('callback-promised'),
  },
})
