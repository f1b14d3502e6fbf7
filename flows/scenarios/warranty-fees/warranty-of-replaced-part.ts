import { reportUpward } from '../../common/passages.ts'
import { atMost, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller asks how a replaced part is covered afterwards. */
export default scenario({
  id: 'warranty-of-replaced-part',
  initial: 'ask-repair-history',
  findOut: [
    'replacedBy',
    'replacementNature',
    'replacedOn',
    'replacementSlip',
    'replacedScope',
    'warrantyLeft',
    'samePartFailed',
    'daysSinceReplaced',
  ],
  steps: {
    'ask-repair-history': ask('warranty-of-replaced-part/ask-repair-history', 'replacedOn', 'check-slip', {
      'repair slip is lost': 'look-up-history',
      'caller expects a fresh warranty': 'clarify-fresh',
      'replaced part failed soon': 'act-if-failed-again',
      'caller does not know': 'check-slip',
    }),
    'check-slip': decide([
      { when: is('replacementSlip', 'none'), go: 'look-up-history' },
      { when: unknown('replacementSlip'), go: 'ask-slip' },
      { go: 'classify-replacement' },
    ]),
    'ask-slip': ask('warranty-of-replaced-part/ask-slip', 'replacementSlip', 'check-slip', {
      'repair slip is lost': 'look-up-history',
      'caller does not know': 'look-up-history',
    }),
    'look-up-history': say('warranty-of-replaced-part/look-up-history', {
      'checked and eligible': 'classify-replacement',
      'checked and not eligible': 'ask-other-proof',
      'cannot be settled now': 'ask-other-proof',
    }),
    'ask-other-proof': say('warranty-of-replaced-part/ask-other-proof', {
      'agent said it': 'verify-warranty',
      'caller accepts': 'verify-warranty',
    }),
    'classify-replacement': ask('warranty-of-replaced-part/classify-replacement', 'replacementNature', 'judge-nature', {
      'part was a paid one': 'state-paid-cover',
      'caller fitted own part': 'explain-own-part',
      'part replaced elsewhere': 'explain-elsewhere',
      'whole machine was exchanged': 'explain-machine-exchange',
      'same part keeps failing': 'report-repeat',
      'replaced part failed soon': 'act-if-failed-again',
      'caller does not know': 'look-up-history',
    }),
    'judge-nature': decide([
      { when: is('replacedBy', 'elsewhere'), go: 'explain-elsewhere' },
      { when: is('replacedScope', 'machine'), go: 'explain-machine-exchange' },
      { when: is('replacementNature', 'ownFitted'), go: 'explain-own-part' },
      { when: is('replacementNature', 'paid'), go: 'state-paid-cover' },
      { go: 'state-coverage' },
    ]),
    'state-coverage': say('warranty-of-replaced-part/state-coverage', {
      'agent said it': 'give-examples',
      'replaced part failed soon': 'act-if-failed-again',
      'caller expects a fresh warranty': 'clarify-fresh',
      'caller accepts': 'explained-policy',
    }),
    'state-paid-cover': say('warranty-of-replaced-part/state-paid-cover', {
      'agent said it': 'give-examples',
      'caller accepts': 'advise-keep-slip',
      'replaced part failed soon': 'act-if-failed-again',
    }),
    'give-examples': say('warranty-of-replaced-part/give-examples', {
      'agent said it': 'advise-keep-slip',
      'caller accepts': 'advise-keep-slip',
      'caller expects a fresh warranty': 'clarify-fresh',
    }),
    'advise-keep-slip': say('warranty-of-replaced-part/advise-keep-slip', {
      'agent said it': 'explained-policy',
      'caller thanks': 'explained-policy',
      'caller has nothing else': 'explained-policy',
      'same part keeps failing': 'report-repeat',
      'replaced part failed soon': 'act-if-failed-again',
    }),
    'clarify-fresh': say('warranty-of-replaced-part/clarify-fresh', {
      'caller accepts': 'advise-keep-slip',
      'agent said it': 'advise-keep-slip',
      'caller doubts it': 'give-examples',
    }),
    'explain-machine-exchange': say('warranty-of-replaced-part/explain-machine-exchange', {
      'agent said it': 'explained-policy',
      'caller accepts': 'explained-policy',
    }),
    'explain-own-part': say('warranty-of-replaced-part/explain-own-part', {
      'agent said it': 'referred-to-dealer',
      'caller accepts': 'referred-to-dealer',
    }),
    'explain-elsewhere': say('warranty-of-replaced-part/explain-elsewhere', {
      'caller accepts': 'verify-warranty',
      'agent said it': 'verify-warranty',
    }),
    'act-if-failed-again': ask('warranty-of-replaced-part/act-if-failed-again', 'daysSinceReplaced', 'judge-days', {
      'caller does not know': 'state-coverage-again',
      'same part keeps failing': 'report-repeat',
    }),
    'judge-days': decide([
      { when: atMost('daysSinceReplaced', 'repairedUseDays'), go: 'register-again' },
      { go: 'classify-again' },
    ]),
    'classify-again': decide([
      { when: is('samePartFailed', true), go: 'report-repeat' },
      { when: unknown('replacementNature'), go: 'classify-replacement' },
      { go: 'state-coverage-again' },
    ]),
    'state-coverage-again': say('warranty-of-replaced-part/state-coverage-again', {
      'caller accepts': 'register-in-cover',
      'same part keeps failing': 'report-repeat',
      'agent said it': 'register-in-cover',
    }),
    'register-in-cover': say('warranty-of-replaced-part/register-in-cover', {
      'agent said it': 'accepted-repair',
      'caller accepts': 'accepted-repair',
    }),
    'register-again': say('warranty-of-replaced-part/register-again', {
      'agent said it': 'accepted-repair',
      'caller accepts': 'accepted-repair',
      'same part keeps failing': 'report-repeat',
    }),
    'report-repeat': say('warranty-of-replaced-part/report-repeat', {
      'agent said it': 'report-upward',
      'caller accepts': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'explained-policy': end('explained-policy'),
    'accepted-repair': end('accepted-repair'),
    'referred-to-dealer': end('referred-to-dealer'),
    'verify-warranty': end('verify-warranty'),
    escalated: end('escalated'),
  },
})
