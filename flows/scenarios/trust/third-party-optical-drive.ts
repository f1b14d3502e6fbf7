import { promiseCallback } from '../../common/passages.ts'
import { any, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The optical drive in the machine carries another maker's name. */
export default scenario({
  id: 'third-party-optical-drive',
  initial: 'acknowledge-concern',
  findOut: ['driveDoubt', 'driveConcern', 'computerSkill'],
  steps: {
    'acknowledge-concern': say('third-party-optical-drive/acknowledge-concern', {
      'agent said it': 'ask-drive-doubt',
      'caller asks why it is not self-made': 'reframe-to-reliability',
      'caller suspects a swapped part': 'verify-configuration',
    }),
    'ask-drive-doubt': ask('third-party-optical-drive/ask-drive-doubt', 'driveDoubt', 'judge-drive-doubt', {
      'caller does not know': 'reframe-to-reliability',
      'caller suspects a swapped part': 'verify-configuration',
    }),
    'judge-drive-doubt': decide([
      { when: any(is('driveDoubt', 'swapped'), is('driveDoubt', 'mismatch')), go: 'verify-configuration' },
      { go: 'reframe-to-reliability' },
    ]),
    'verify-configuration': say('third-party-optical-drive/verify-configuration', {
      'agent said it': 'ask-callback-time',
      'checked and eligible': 'reframe-to-reliability',
    }),
    'reframe-to-reliability': say('third-party-optical-drive/reframe-to-reliability', {
      'agent said it': 'explain-industry-practice',
      'caller asks why it is not self-made': 'explain-industry-practice',
    }),
    'explain-industry-practice': say('third-party-optical-drive/explain-industry-practice', {
      'agent said it': 'choose-depth',
      'caller doubts it': 'compare-with-restaurant',
      'caller suspects a swapped part': 'verify-configuration',
    }),
    'choose-depth': decide([{ when: is('computerSkill', 'expert'), go: 'assure-quality' }, { go: 'compare-with-restaurant' }]),
    'compare-with-restaurant': say('third-party-optical-drive/compare-with-restaurant', { 'agent said it': 'assure-quality' }),
    'assure-quality': say('third-party-optical-drive/assure-quality', {
      'caller accepts': 'accepted-part',
      'caller doubts it': 'cite-other-brands',
    }),
    'cite-other-brands': say('third-party-optical-drive/cite-other-brands', {
      'caller accepts': 'accepted-part',
      'caller doubts it': 'advised-third-party-opinion',
      'caller wants to think': 'advised-third-party-opinion',
    }),
    ...promiseCallback('callback-promised'),
    'accepted-part': end('accepted-part'),
    'advised-third-party-opinion': end('advised-third-party-opinion'),
    'callback-promised': end('callback-promised'),
  },
})
