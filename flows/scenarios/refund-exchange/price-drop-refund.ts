import { reportUpward } from '../../common/passages.ts'
import { all, any, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The price dropped right after the purchase; the caller wants to return it. */
export default scenario({
  id: 'price-drop-refund',
  initial: 'empathise',
  findOut: ['daysOwned', 'faultKind', 'priceProtection'],
  steps: {
    empathise: say('price-drop-refund/empathise', {
      'agent said it': 'ask-price-protection',
      'caller wants the price difference': 'ask-price-protection',
    }),
    'ask-price-protection': ask('price-drop-refund/ask-price-protection', 'priceProtection', 'judge-protection', {
      'caller does not know': 'check-machine',
    }),
    'judge-protection': decide([
      { when: is('priceProtection', 'agreed'), go: 'use-price-protection' },
      { go: 'check-machine' },
    ]),
    'use-price-protection': say('price-drop-refund/use-price-protection', {
      'agent said it': 'closed',
      'caller refuses': 'check-machine',
    }),
    'check-machine': decide([
      { when: is('faultKind', 'performance'), go: 'exchange-over-15-days-first-fault' },
      { when: unknown('faultKind'), go: 'ask-machine-state' },
      { when: all(unknown('daysOwned'), any(is('faultKind', 'none'), is('faultKind', 'software'))), go: 'ask-days-owned' },
      { go: 'explain-rule' },
    ]),
    'ask-machine-state': ask('price-drop-refund/ask-machine-state', 'faultKind', 'check-machine', {
      'caller does not know': 'explain-rule',
    }),
    'ask-days-owned': ask('common/ask-days-owned', 'daysOwned', 'explain-rule', { 'caller does not know': 'explain-rule' }),
    'explain-rule': say('price-drop-refund/explain-rule', {
      'agent said it': 'explain-market',
      'caller wants the price difference': 'record-difference',
    }),
    'explain-market': say('price-drop-refund/explain-market', {
      'agent said it': 'ask-understanding',
      'caller wants the price difference': 'record-difference',
    }),
    'ask-understanding': say('price-drop-refund/ask-understanding', {
      'caller accepts': 'offer-help',
      'caller calms down': 'offer-help',
      'caller wants the price difference': 'record-difference',
      'caller insists': 'record-difference',
    }),
    'offer-help': say('price-drop-refund/offer-help', { 'agent said it': 'closed', 'caller thanks': 'closed' }),
    'record-difference': say('price-drop-refund/record-difference', {
      'agent said it': 'report-upward',
      'caller calms down': 'offer-help',
    }),
    ...reportUpward('escalated'),
    'exchange-over-15-days-first-fault': switchTo('exchange-over-15-days-first-fault'),
    closed: end('closed'),
    escalated: end('escalated'),
  },
})
