import { promiseCallback } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller wants work that the price of the machine does not include, such as a local network. */
export default scenario({
  id: 'out-of-scope-demand',
  initial: 'hear-the-wish',
  findOut: ['extraWorkKind', 'extraWorkAgreed', 'scopeAttitude'],
  steps: {
    'hear-the-wish': ask('out-of-scope-demand/hear-the-wish', 'extraWorkKind', 'judge-kind', {
      'caller does not know': 'ask-agreement',
      'caller asks why it is excluded': 'ask-agreement',
    }),
    'judge-kind': decide([
      { when: is('extraWorkKind', 'covered'), go: 'register-as-covered' },
      { when: unknown('extraWorkAgreed'), go: 'ask-agreement' },
      { go: 'judge-agreement' },
    ]),
    'ask-agreement': ask('out-of-scope-demand/ask-agreement', 'extraWorkAgreed', 'judge-agreement', {
      'caller does not know': 'state-included-services',
    }),
    'judge-agreement': decide([
      { when: is('extraWorkAgreed', 'agreed'), go: 'verify-promise' },
      { go: 'state-included-services' },
    ]),
    'verify-promise': say('out-of-scope-demand/verify-promise', {
      'agent said it': 'ask-callback-time',
      'checked and not eligible': 'state-included-services',
    }),
    'register-as-covered': say('out-of-scope-demand/register-as-covered', { 'agent said it': 'understood' }),
    'state-included-services': say('out-of-scope-demand/state-included-services', {
      'agent said it': 'explain-separate-business',
      'caller asks why it is excluded': 'explain-separate-business',
    }),
    'explain-separate-business': say('out-of-scope-demand/explain-separate-business', {
      'agent said it': 'give-analogy',
      'caller still wants the work done': 'reaffirm-responsibility',
    }),
    'give-analogy': say('out-of-scope-demand/give-analogy', {
      'agent said it': 'reaffirm-responsibility',
      'caller sees the difference': 'reaffirm-responsibility',
    }),
    'reaffirm-responsibility': say('out-of-scope-demand/reaffirm-responsibility', {
      'caller sees the difference': 'understood',
      'caller still wants the work done': 'offer-paid-option',
      'caller insists': 'offer-paid-option',
    }),
    'offer-paid-option': say('out-of-scope-demand/offer-paid-option', {
      'caller accepts': 'ask-quote-time',
      'caller still wants the work done': 'ask-quote-time',
      'caller refuses': 'ask-machine-need',
      'we do not take such work': 'point-to-provider',
    }),
    'ask-quote-time': ask('out-of-scope-demand/ask-quote-time', 'callbackTime', 'promise-quote', {
      'caller wants to think': 'ask-machine-need',
    }),
    'promise-quote': say('out-of-scope-demand/promise-quote', {
      'agent said it': 'quote-sent',
      'caller did not catch it': 'promise-quote',
    }),
    'point-to-provider': say('out-of-scope-demand/point-to-provider', {
      'agent said it': 'referred-elsewhere',
      'caller accepts': 'referred-elsewhere',
    }),
    'ask-machine-need': say('out-of-scope-demand/ask-machine-need', {
      'caller has nothing else': 'understood',
      'caller thanks': 'understood',
    }),
    ...promiseCallback('callback-promised'),
    understood: end('understood'),
    'quote-sent': end('quote-sent'),
    'referred-elsewhere': end('referred-elsewhere'),
    'callback-promised': end('callback-promised'),
  },
})
