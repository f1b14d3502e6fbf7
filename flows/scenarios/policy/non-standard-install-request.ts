import { bookVisit } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller asks for software or hardware to be installed that did not come with the machine. */
export default scenario({
  id: 'non-standard-install-request',
  initial: 'acknowledge-request',
  findOut: ['installWhat', 'installLicence', 'wantedSoftwareOrigin', 'hardwareFit', 'installService', 'installBackedUp'],
  steps: {
    'acknowledge-request': ask('non-standard-install-request/acknowledge-request', 'installWhat', 'judge-request', {
      'caller does not know': 'separate-scope',
      'dealer had installed it': 'separate-scope',
      'business wants many installed': 'request-quote',
    }),
    'judge-request': decide([
      { when: is('installWhat', 'doubtful'), go: 'refuse-unlicensed' },
      { when: is('installWhat', 'hardware'), go: 'advise-hardware' },
      { when: is('wantedSoftwareOrigin', 'dealer'), go: 'separate-scope' },
      { go: 'ask-licence' },
    ]),
    'ask-licence': ask('non-standard-install-request/ask-licence', 'installLicence', 'judge-licence', {
      'caller does not know': 'refuse-unlicensed',
      'business wants many installed': 'request-quote',
    }),
    'judge-licence': decide([
      { when: is('installLicence', true), go: 'help-licensed' },
      { go: 'refuse-unlicensed' },
    ]),
    'separate-scope': say('non-standard-install-request/separate-scope', {
      'agent said it': 'after-scope',
      'caller calls it a small favour': 'explain-the-risk',
    }),
    'explain-the-risk': say('non-standard-install-request/explain-the-risk', { 'agent said it': 'after-scope' }),
    'after-scope': decide([
      { when: is('installWhat', 'doubtful'), go: 'offer-alternatives' },
      { when: is('installWhat', 'hardware'), go: 'advise-hardware' },
      { when: is('installLicence', true), go: 'help-licensed' },
      { when: is('installLicence', false), go: 'offer-alternatives' },
      { go: 'ask-licence' },
    ]),
    'refuse-unlicensed': say('non-standard-install-request/refuse-unlicensed', {
      'agent said it': 'offer-alternatives',
      'caller calls it a small favour': 'separate-scope',
      'caller threatens over the refusal': 'hear-the-demand',
    }),
    'offer-alternatives': say('non-standard-install-request/offer-alternatives', {
      'caller accepts': 'guided-by-phone',
      'caller keeps asking for piracy': 'decline-piracy',
      'caller threatens over the refusal': 'hear-the-demand',
    }),
    'decline-piracy': say('non-standard-install-request/decline-piracy', {
      'agent said it': 'refused-unlicensed',
      'caller threatens over the refusal': 'hear-the-demand',
    }),
    'hear-the-demand': ask('non-standard-install-request/hear-the-demand', 'callbackTime', 'confirm-demand', {
      'caller calms down': 'offer-alternatives',
    }),
    'confirm-demand': say('common/confirm-report', { 'agent said it': 'escalated' }),
    'help-licensed': say('non-standard-install-request/help-licensed', {
      'caller agrees to pay for a visit': 'price-the-visit',
      'caller minds the visit fee': 'guided-by-phone',
      'caller accepts': 'guided-by-phone',
      'business wants many installed': 'request-quote',
    }),
    'advise-hardware': ask('non-standard-install-request/advise-hardware', 'hardwareFit', 'judge-fit', {
      'caller does not know': 'state-hardware-terms',
      'caller calls it a small favour': 'separate-scope',
    }),
    'judge-fit': decide([
      { when: is('hardwareFit', 'conflicts'), go: 'advise-against' },
      { go: 'state-hardware-terms' },
    ]),
    'advise-against': say('non-standard-install-request/advise-against', { 'agent said it': 'guided-by-phone' }),
    'state-hardware-terms': say('non-standard-install-request/state-hardware-terms', {
      'caller accepts': 'price-the-visit',
      'caller refuses': 'guided-by-phone',
    }),
    'price-the-visit': ask('non-standard-install-request/price-the-visit', 'feeAmount', 'backup-and-confirm', {
      'cannot be settled now': 'request-quote',
      'caller minds the visit fee': 'guided-by-phone',
    }),
    'backup-and-confirm': say('non-standard-install-request/backup-and-confirm', {
      'caller accepts': 'book-visit',
      'caller minds the visit fee': 'guided-by-phone',
      'caller refuses': 'guided-by-phone',
    }),
    ...bookVisit('paid'),
    'request-quote': ask('non-standard-install-request/request-quote', 'callbackTime', 'quote-sent'),
    'guided-by-phone': end('guided-by-phone'),
    paid: end('paid'),
    'refused-unlicensed': end('refused-unlicensed'),
    'quote-sent': end('quote-sent'),
    escalated: end('escalated'),
  },
})
