import { all, atMost, not, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

const aboveLimit = all(not(unknown('brightDots')), not(atMost('brightDots', 'lcdBrandDotLimit')))

/** The liquid crystal screen has a bright dot while others' have none. */
export default scenario({
  id: 'lcd-bright-dot',
  initial: 'acknowledge-dot',
  findOut: ['brightDots', 'dotReaction', 'screenKind'],
  steps: {
    'acknowledge-dot': say('lcd-bright-dot/acknowledge-dot', {
      'agent said it': 'check-dots',
      'caller asks why others have none': 'check-dots',
    }),
    'check-dots': decide([
      { when: unknown('brightDots'), go: 'ask-dot-count' },
      { when: aboveLimit, go: 'offer-exchange-check' },
      { go: 'explain-technically' },
    ]),
    'ask-dot-count': ask('lcd-bright-dot/ask-dot-count', 'brightDots', 'check-dots', { 'caller does not know': 'explain-technically' }),
    'explain-technically': say('lcd-bright-dot/explain-technically', { 'agent said it': 'state-standards' }),
    'state-standards': say('lcd-bright-dot/state-standards', {
      'agent said it': 'assure-no-impact',
      'caller asks why others have none': 'explain-others-dots',
      'caller counts more dots': 'offer-exchange-check',
    }),
    'explain-others-dots': say('lcd-bright-dot/explain-others-dots', { 'agent said it': 'assure-no-impact' }),
    'assure-no-impact': say('lcd-bright-dot/assure-no-impact', {
      'caller accepts': 'accepted-normal',
      'caller still upset': 'share-the-wish',
      'caller asks why others have none': 'explain-others-dots',
      'caller counts more dots': 'offer-exchange-check',
    }),
    'share-the-wish': say('lcd-bright-dot/share-the-wish', {
      'caller accepts': 'accepted-normal',
      'caller still upset': 'leave-a-way-open',
    }),
    'leave-a-way-open': say('lcd-bright-dot/leave-a-way-open', {
      'agent said it': 'still-unhappy',
      'caller accepts': 'accepted-normal',
    }),
    'offer-exchange-check': say('lcd-bright-dot/offer-exchange-check', { 'agent said it': 'tell-exchange-papers' }),
    'tell-exchange-papers': say('lcd-bright-dot/tell-exchange-papers', { 'agent said it': 'exceeds-standard-replace' }),
    'accepted-normal': end('accepted-normal'),
    'still-unhappy': end('still-unhappy'),
    'exceeds-standard-replace': end('exceeds-standard-replace'),
  },
})
