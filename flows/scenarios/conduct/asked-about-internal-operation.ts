import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller asks how the company works inside. */
export default scenario({
  id: 'asked-about-internal-operation',
  initial: 'acknowledge-interest',
  findOut: ['inquiryKind', 'inquiryPurpose', 'inquiryConcernsCaller', 'inquiryAttitude'],
  steps: {
    'acknowledge-interest': say('asked-about-internal-operation/acknowledge-interest', {
      'agent said it': 'classify-question',
      'asks for a private number': 'give-formal-channel',
      'sounds like press or trade': 'refer-to-media',
    }),
    'classify-question': ask('asked-about-internal-operation/classify-question', 'inquiryKind', 'route-question', {
      'asks about fees or terms': 'answer-public-part',
      'asks about stock or fault numbers': 'redirect-to-need',
      'asks for a private number': 'give-formal-channel',
      'sounds like press or trade': 'refer-to-media',
      'caller does not know': 'redirect-to-need',
    }),
    'route-question': decide([
      { when: is('inquiryKind', 'public'), go: 'answer-public-part' },
      { when: is('inquiryKind', 'own'), go: 'verify-identity' },
      { when: is('inquiryKind', 'secret'), go: 'decline-internal-part' },
      { when: is('inquiryKind', 'others'), go: 'decline-internal-part' },
      { go: 'decline-internal-part' },
    ]),
    'verify-identity': say('asked-about-internal-operation/verify-identity', {
      'identity agrees': 'answer-public-part',
      'identity cannot be confirmed': 'protect-other-record',
      'caller accepts': 'answer-public-part',
    }),
    'protect-other-record': say('asked-about-internal-operation/protect-other-record', {
      'agent said it': 'redirect-to-need',
      'caller accepts': 'redirect-to-need',
    }),
    'answer-public-part': say('asked-about-internal-operation/answer-public-part', {
      'agent said it': 'redirect-to-need',
      'caller accepts': 'answered',
      'caller thanks': 'answered',
    }),
    'decline-internal-part': say('asked-about-internal-operation/decline-internal-part', {
      'agent said it': 'redirect-to-need',
      'caller is entitled to know': 'admit-and-answer',
      'keeps asking and gets annoyed': 'explain-limits',
      'asks about unreleased products': 'redirect-to-need',
      'asks for a private number': 'give-formal-channel',
      'caller accepts': 'redirect-to-need',
    }),
    'admit-and-answer': say('asked-about-internal-operation/admit-and-answer', {
      'agent said it': 'answer-public-part',
      'caller is entitled to know': 'answer-public-part',
    }),
    'redirect-to-need': say('asked-about-internal-operation/redirect-to-need', {
      'caller accepts': 'answered',
      'caller thanks': 'answered',
      'asks about fees or terms': 'answer-public-part',
      'keeps asking and gets annoyed': 'explain-limits',
      'caller has nothing else': 'answered',
    }),
    'give-formal-channel': ask('asked-about-internal-operation/give-formal-channel', 'callbackTime', 'confirm-channel', {
      'caller does not know': 'confirm-channel-today',
      'caller accepts': 'confirm-channel-today',
    }),
    'confirm-channel': say('asked-about-internal-operation/confirm-channel', { 'agent said it': 'complaint-recorded' }),
    'confirm-channel-today': say('asked-about-internal-operation/confirm-channel-today', {
      'agent said it': 'complaint-recorded',
    }),
    'refer-to-media': say('asked-about-internal-operation/refer-to-media', { 'agent said it': 'referred-to-pr' }),
    'explain-limits': say('asked-about-internal-operation/explain-limits', { 'agent said it': 'escalated' }),
    answered: end('answered'),
    'complaint-recorded': end('complaint-recorded'),
    'referred-to-pr': end('referred-to-pr'),
    escalated: end('escalated'),
  },
})
