import { explainFee } from '../../common/passages.ts'
import { any, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The machine is ready to be picked up; we call, or the customer asks. */
export default scenario({
  id: 'outbound-machine-ready',
  initial: 'introduce',
  findOut: ['isTheSender', 'convenientToTalk', 'pickupCharge'],
  steps: {
    introduce: ask('outbound-machine-ready/introduce', 'isTheSender', 'judge-sender', {
      'someone else answers': 'ask-to-relay',
      'caller accepts': 'tell-ready',
      'not a good time to talk': 'say-it-briefly',
    }),
    'judge-sender': decide([
      { when: is('isTheSender', false), go: 'ask-to-relay' },
      { go: 'tell-ready' },
    ]),
    'ask-to-relay': say('outbound-machine-ready/ask-to-relay', { 'caller accepts': 'closed', 'agent said it': 'closed' }),
    'say-it-briefly': say('outbound-machine-ready/say-it-briefly', { 'agent said it': 'closed', 'caller thanks': 'closed' }),
    'tell-ready': say('outbound-machine-ready/tell-ready', {
      'agent said it': 'check-charge',
      'caller cannot come now': 'keep-the-machine',
    }),
    'check-charge': decide([
      { when: any(is('pickupCharge', true), is('warranty', 'out')), go: 'check-amount' },
      { go: 'tell-bring' },
    ]),
    'check-amount': decide([
      { when: unknown('feeAmount'), go: 'look-up-charge' },
      { go: 'explain-fee' },
    ]),
    'look-up-charge': ask('outbound-machine-ready/look-up-charge', 'feeAmount', 'explain-fee'),
    ...explainFee('tell-bring-with-fee', 'talk-charge-over'),
    'tell-bring-with-fee': say('outbound-machine-ready/tell-bring', {
      'agent said it': 'paid',
      'caller accepts': 'paid',
      'caller cannot come now': 'keep-the-machine',
    }),
    'talk-charge-over': say('outbound-machine-ready/talk-charge-over', {
      'caller accepts': 'tell-bring-with-fee',
      'caller refuses': 'keep-the-machine',
      'caller wants to think': 'keep-the-machine',
    }),
    'tell-bring': say('outbound-machine-ready/tell-bring', {
      'agent said it': 'thank',
      'caller accepts': 'thank',
      'caller cannot come now': 'keep-the-machine',
    }),
    'keep-the-machine': say('outbound-machine-ready/keep-the-machine', { 'agent said it': 'closed', 'caller cannot come now': 'closed' }),
    thank: say('outbound-machine-ready/thank', { 'agent said it': 'pickup', 'caller thanks': 'pickup' }),
    pickup: end('pickup'),
    paid: end('paid'),
    closed: end('closed'),
  },
})
