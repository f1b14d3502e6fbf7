import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { all, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller asks whether the replacement part is brand new. */
export default scenario({
  id: 'is-the-part-brand-new',
  initial: 'acknowledge-concern',
  findOut: ['partAskedWhen', 'partServiceKind', 'partCondition', 'partClass', 'newnessDoubt', 'newnessStance'],
  steps: {
    'acknowledge-concern': ask('is-the-part-brand-new/acknowledge-concern', 'partAskedWhen', 'state-source-and-quality', {
      'caller found marks on part': 'handle-marks',
      'caller asks where old parts go': 'explain-old-parts',
      'caller does not know': 'state-source-and-quality',
    }),
    'explain-old-parts': say('is-the-part-brand-new/explain-old-parts', {
      'agent said it': 'state-source-and-quality',
      'caller accepts': 'state-source-and-quality',
    }),
    'state-source-and-quality': say('is-the-part-brand-new/state-source-and-quality', {
      'agent said it': 'check-part-facts',
      'caller asks where old parts go': 'explain-old-parts',
      'caller found marks on part': 'handle-marks',
      'caller asks for part proof': 'offer-proof',
    }),
    'check-part-facts': decide([
      { when: unknown('partServiceKind'), go: 'ask-service-kind' },
      { when: unknown('partCondition'), go: 'check-and-tell-truth' },
      { go: 'judge-condition' },
    ]),
    'ask-service-kind': ask('is-the-part-brand-new/ask-service-kind', 'partServiceKind', 'check-part-facts', {
      'caller does not know': 'check-and-tell-truth',
    }),
    'check-and-tell-truth': ask('is-the-part-brand-new/check-and-tell-truth', 'partCondition', 'judge-condition', {
      'cannot be settled now': 'ask-callback-time',
      'caller does not know': 'ask-callback-time',
    }),
    'judge-condition': decide([
      { when: is('partCondition', 'unclear'), go: 'ask-callback-time' },
      { when: all(is('partServiceKind', 'warranty'), is('partCondition', 'brandNew')), go: 'state-warranty-and-proof' },
      { when: is('partServiceKind', 'warranty'), go: 'tell-reconditioned' },
      { when: is('partServiceKind', 'paid'), go: 'tell-paid-part' },
      { go: 'state-warranty-and-proof' },
    ]),
    'tell-reconditioned': ask('is-the-part-brand-new/tell-reconditioned', 'partClass', 'judge-class', {
      'caller accepts only new parts': 'report-upward',
      'caller accepts': 'get-consent',
      'caller does not know': 'get-consent',
    }),
    'judge-class': decide([
      { when: is('partClass', 'main'), go: 'promise-new-main-part' },
      { go: 'get-consent' },
    ]),
    'promise-new-main-part': say('is-the-part-brand-new/promise-new-main-part', {
      'agent said it': 'state-warranty-and-proof',
      'caller accepts': 'state-warranty-and-proof',
    }),
    'tell-paid-part': say('is-the-part-brand-new/tell-paid-part', {
      'agent said it': 'get-consent',
      'caller accepts': 'get-consent',
      'caller asks the price': 'get-consent',
      'caller would rather not replace': 'respect-refusal',
    }),
    'state-warranty-and-proof': say('is-the-part-brand-new/state-warranty-and-proof', {
      'agent said it': 'get-consent',
      'caller accepts': 'get-consent',
      'caller asks for part proof': 'offer-proof',
    }),
    'get-consent': say('is-the-part-brand-new/get-consent', {
      'caller accepts': 'confirm-part-number',
      'caller accepts only new parts': 'report-upward',
      'caller would rather not replace': 'respect-refusal',
      'caller asks for part proof': 'offer-proof',
      'caller wants to think': 'respect-refusal',
    }),
    'confirm-part-number': say('is-the-part-brand-new/confirm-part-number', {
      'agent said it': 'part-replaced',
    }),
    'respect-refusal': say('is-the-part-brand-new/respect-refusal', {
      'agent said it': 'declined',
    }),
    'handle-marks': say('is-the-part-brand-new/handle-marks', {
      'checked and eligible': 'part-replaced',
      'checked and not eligible': 'state-warranty-and-proof',
      'cannot be settled now': 'ask-callback-time',
    }),
    'offer-proof': say('is-the-part-brand-new/offer-proof', {
      'caller accepts': 'callback-promised',
      'agent said it': 'callback-promised',
      'caller accepts only new parts': 'report-upward',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'part-replaced': end('part-replaced'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
    declined: end('declined'),
  },
})
