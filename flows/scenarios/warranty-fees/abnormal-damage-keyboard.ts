import { explainFee, sendIn } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** A part was damaged by misuse, such as liquid in the keyboard, and the caller expects a free repair. */
export default scenario({
  id: 'abnormal-damage-keyboard',
  initial: 'ask-damaged-part',
  findOut: ['boughtSound', 'damageSince', 'symptom', 'useSurroundings', 'damagedPart', 'damageWish'],
  steps: {
    'ask-damaged-part': ask('abnormal-damage-keyboard/ask-damaged-part', 'damagedPart', 'confirm-ok-at-purchase', {
      'damaged part is not keyboard': 'explain-other-part',
      'caller does not know': 'confirm-ok-at-purchase',
    }),
    'explain-other-part': say('abnormal-damage-keyboard/explain-other-part', {
      'agent said it': 'confirm-ok-at-purchase',
      'caller accepts': 'confirm-ok-at-purchase',
      'damaged part is not keyboard': 'analyse-together',
    }),
    'confirm-ok-at-purchase': ask('abnormal-damage-keyboard/confirm-ok-at-purchase', 'boughtSound', 'judge-bought', {
      'caller does not know': 'establish-when-and-environment',
    }),
    'judge-bought': decide([
      { when: is('boughtSound', 'faulty'), go: 'arrange-inspection' },
      { go: 'repeat-bought-sound' },
    ]),
    'repeat-bought-sound': say('abnormal-damage-keyboard/repeat-bought-sound', {
      'caller accepts': 'establish-when-and-environment',
      'agent said it': 'establish-when-and-environment',
      'caller doubts it': 'arrange-inspection',
    }),
    'establish-when-and-environment': ask('abnormal-damage-keyboard/establish-when-and-environment', 'useSurroundings', 'ask-since', {
      'caller does not know': 'ask-since',
      'caller suspects damage before sale': 'explain-before-sale',
    }),
    'ask-since': ask('abnormal-damage-keyboard/ask-since', 'damageSince', 'judge-since', {
      'caller does not know': 'analyse-together',
    }),
    'judge-since': decide([
      { when: is('damageSince', 'atPurchase'), go: 'arrange-inspection' },
      { go: 'analyse-together' },
    ]),
    'explain-before-sale': say('abnormal-damage-keyboard/explain-before-sale', {
      'agent said it': 'confirm-ok-at-purchase',
      'caller accepts': 'analyse-together',
      'caller insists': 'arrange-inspection',
    }),
    'analyse-together': say('abnormal-damage-keyboard/analyse-together', {
      'agent said it': 'offer-paid-options',
      'caller accepts': 'offer-paid-options',
      'caller suspects damage before sale': 'explain-before-sale',
      'caller doubts it': 'arrange-inspection',
      'caller wants damage covered': 'offer-paid-options',
    }),
    'arrange-inspection': say('abnormal-damage-keyboard/arrange-inspection', {
      'caller accepts': 'promise-inspection',
      'caller refuses': 'offer-paid-options',
    }),
    'promise-inspection': say('abnormal-damage-keyboard/promise-inspection', {
      'agent said it': 'arrange-send-in',
      'caller accepts': 'arrange-send-in',
    }),
    ...sendIn('inspection-arranged'),
    'offer-paid-options': ask('abnormal-damage-keyboard/offer-paid-options', 'damageWish', 'judge-wish', {
      'caller wants damage covered': 'explain-why-not-covered',
      'caller chooses paid repair': 'explain-fee',
      'caller chooses a new part': 'buys-part',
      'caller wants to think': 'advise-new-part',
      'caller does not know': 'advise-new-part',
    }),
    'judge-wish': decide([
      { when: is('damageWish', 'paid'), go: 'explain-fee' },
      { when: is('damageWish', 'buyNew'), go: 'buys-part' },
      { when: is('damageWish', 'free'), go: 'explain-why-not-covered' },
      { go: 'advise-new-part' },
    ]),
    'explain-why-not-covered': say('abnormal-damage-keyboard/explain-why-not-covered', {
      'caller accepts': 'explain-fee',
      'caller chooses a new part': 'buys-part',
      'caller wants damage covered': 'analyse-together',
      'caller insists': 'arrange-inspection',
      'caller wants to think': 'advise-new-part',
    }),
    ...explainFee('paid-repair', 'advise-new-part'),
    'advise-new-part': say('abnormal-damage-keyboard/advise-new-part', {
      'caller accepts': 'buys-part',
      'caller wants to think': 'undecided-advised-to-buy',
      'caller refuses': 'undecided-advised-to-buy',
    }),
    'paid-repair': end('paid-repair'),
    'inspection-arranged': end('inspection-arranged'),
    'buys-part': end('buys-part'),
    'undecided-advised-to-buy': end('undecided-advised-to-buy'),
  },
})
