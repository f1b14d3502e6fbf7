import { reportUpward } from '../../common/passages.ts'
import { any, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** Without invoice or packing list, how is the warranty determined. */
export default scenario({
  id: 'no-invoice-or-packing-list',
  initial: 'reassure-not-refused',
  findOut: [
    'missingPapers',
    'otherProof',
    'serialState',
    'serialRecord',
    'machineSource',
    'claimedDateBacked',
    'papersWish',
  ],
  steps: {
    'reassure-not-refused': ask('no-invoice-or-packing-list/reassure-not-refused', 'missingPapers', 'look-up-by-serial', {
      'caller feels put upon': 'look-up-by-serial',
      'machine was a gift or used': 'verify-gift',
      'dealer sends for a user': 'verify-end-user',
      'caller wants return without invoice': 'explain-return-proof',
      'caller does not know': 'look-up-by-serial',
    }),
    'look-up-by-serial': ask('no-invoice-or-packing-list/look-up-by-serial', 'serialRecord', 'judge-record', {
      'caller feels put upon': 'say-why-we-ask',
      'label cannot be read': 'look-up-elsewhere',
      'system shows activation': 'confirm-activation',
      'only factory date on record': 'collect-other-proof',
      'machine was a gift or used': 'verify-gift',
      'caller does not know': 'look-up-elsewhere',
    }),
    'judge-record': decide([
      { when: is('serialRecord', 'activated'), go: 'confirm-activation' },
      { go: 'collect-other-proof' },
    ]),
    'say-why-we-ask': say('no-invoice-or-packing-list/say-why-we-ask', {
      'caller accepts': 'look-up-by-serial',
      'agent said it': 'look-up-by-serial',
    }),
    'look-up-elsewhere': say('no-invoice-or-packing-list/look-up-elsewhere', {
      'checked and eligible': 'collect-other-proof',
      'checked and not eligible': 'send-to-station',
      'agent said it': 'collect-other-proof',
    }),
    'send-to-station': say('no-invoice-or-packing-list/send-to-station', {
      'agent said it': 'sent-in',
      'caller accepts': 'sent-in',
    }),
    'collect-other-proof': ask('no-invoice-or-packing-list/collect-other-proof', 'otherProof', 'judge-proof', {
      'caller has electronic proof': 'confirm-e-proof',
      'shop gave no invoice': 'explain-consumer-rights',
      'proof does not match': 'check-upward',
      'caller does not know': 'explain-rule',
      'only factory date on record': 'explain-rule',
    }),
    'judge-proof': decide([
      { when: any(is('otherProof', 'eInvoice'), is('otherProof', 'order')), go: 'confirm-e-proof' },
      { when: is('otherProof', 'none'), go: 'explain-rule' },
      { go: 'decide-and-offer' },
    ]),
    'confirm-activation': say('no-invoice-or-packing-list/confirm-activation', {
      'agent said it': 'accepted-repair',
      'caller accepts': 'accepted-repair',
    }),
    'confirm-e-proof': say('no-invoice-or-packing-list/confirm-e-proof', {
      'agent said it': 'accepted-repair',
      'proof does not match': 'check-upward',
    }),
    'give-time-for-proof': ask('no-invoice-or-packing-list/give-time-for-proof', 'callbackTime', 'evidence-pending', {
      'caller accepts': 'evidence-pending',
      'shop gave no invoice': 'explain-consumer-rights',
    }),
    'explain-rule': say('no-invoice-or-packing-list/explain-rule', {
      'agent said it': 'decide-and-offer',
      'only factory date on record': 'give-time-for-proof',
      'caller says bought recently': 'decide-and-offer',
      'caller wants return without invoice': 'explain-return-proof',
      'proof does not match': 'check-upward',
    }),
    'decide-and-offer': say('no-invoice-or-packing-list/decide-and-offer', {
      'checked and eligible': 'accepted-repair',
      'checked and not eligible': 'tell-supplement',
      'caller accepts': 'advise-reissue',
      'caller says bought recently': 'tell-supplement',
      'caller refuses': 'check-upward',
    }),
    'tell-supplement': say('no-invoice-or-packing-list/tell-supplement', {
      'caller accepts': 'advise-reissue',
      'agent said it': 'quote-sent',
      'caller says bought recently': 'quote-sent',
      'caller refuses': 'quote-sent',
    }),
    'advise-reissue': say('no-invoice-or-packing-list/advise-reissue', {
      'agent said it': 'evidence-pending',
      'shop gave no invoice': 'explain-consumer-rights',
      'caller accepts': 'evidence-pending',
    }),
    'explain-consumer-rights': say('no-invoice-or-packing-list/explain-consumer-rights', {
      'agent said it': 'referred-to-dealer',
      'caller accepts': 'referred-to-dealer',
    }),
    'explain-return-proof': say('no-invoice-or-packing-list/explain-return-proof', {
      'caller accepts': 'evidence-pending',
      'agent said it': 'evidence-pending',
      'shop gave no invoice': 'explain-consumer-rights',
      'caller refuses': 'check-upward',
    }),
    'verify-gift': say('no-invoice-or-packing-list/verify-gift', {
      'agent said it': 'verify-warranty',
      'caller accepts': 'verify-warranty',
      'proof does not match': 'check-upward',
    }),
    'verify-end-user': say('no-invoice-or-packing-list/verify-end-user', {
      'caller accepts': 'verify-warranty',
      'caller refuses': 'verify-refused',
    }),
    'verify-refused': say('no-invoice-or-packing-list/verify-refused', {
      'agent said it': 'declined',
      'caller accepts': 'verify-end-user',
    }),
    'check-upward': say('no-invoice-or-packing-list/check-upward', {
      'agent said it': 'report-upward',
      'caller accepts': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'accepted-repair': end('accepted-repair'),
    'evidence-pending': end('evidence-pending'),
    'quote-sent': end('quote-sent'),
    'verify-warranty': end('verify-warranty'),
    'sent-in': end('sent-in'),
    'referred-to-dealer': end('referred-to-dealer'),
    escalated: end('escalated'),
    declined: end('declined'),
  },
})
