import { explainFee, promiseCallback, reportUpward } from '../../common/passages.ts'
import { any, atLeast, is, not, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The machine is past its service life, its parts are discontinued, and the caller wants a refund or exchange. */
export default scenario({
  id: 'past-service-life-no-parts',
  initial: 'apologise',
  findOut: ['discontinuedYears', 'pastServiceLife', 'oldPartSupply', 'oldMachineChoice'],
  steps: {
    apologise: say('past-service-life-no-parts/apologise', {
      'agent said it': 'check-years',
      'caller wants machine not part': 'check-years',
      'caller still upset': 'check-years',
    }),
    'check-years': decide([
      { when: unknown('discontinuedYears'), go: 'ask-years' },
      { when: unknown('oldPartSupply'), go: 'check-supply' },
      { go: 'judge-supply' },
    ]),
    'ask-years': ask('past-service-life-no-parts/ask-years', 'discontinuedYears', 'check-years', {
      'cannot be settled now': 'ask-callback-time',
      'caller does not know': 'ask-callback-time',
    }),
    'check-supply': ask('past-service-life-no-parts/check-supply', 'oldPartSupply', 'judge-supply', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'judge-supply': decide([
      { when: is('oldPartSupply', 'stock'), go: 'repair-possible' },
      { when: is('oldPartSupply', 'substitute'), go: 'repair-possible' },
      { when: any(is('pastServiceLife', false), not(atLeast('discontinuedYears', 'partsSupplyYears'))), go: 'no-parts-within-service-life' },
      { go: 'explain-parts-rule' },
    ]),
    'repair-possible': say('past-service-life-no-parts/repair-possible', {
      'caller accepts': 'explain-fee',
      'caller refuses': 'suggest-options',
      'caller asks the price': 'explain-fee',
    }),
    ...explainFee('closed', 'suggest-options'),
    'explain-parts-rule': say('past-service-life-no-parts/explain-parts-rule', {
      'agent said it': 'state-status',
      'caller asks why': 'state-status',
    }),
    'state-status': say('past-service-life-no-parts/state-status', {
      'agent said it': 'explain-risk',
      'caller still upset': 'explain-risk',
    }),
    'explain-risk': say('past-service-life-no-parts/explain-risk', {
      'agent said it': 'suggest-options',
    }),
    'suggest-options': ask('past-service-life-no-parts/suggest-options', 'oldMachineChoice', 'judge-choice', {
      'caller chooses new machine': 'help-move-data',
      'caller chooses depreciation exchange': 'register-depreciation',
      'caller refuses depreciation fee': 'report-upward',
      'caller refuses': 'report-upward',
      'caller wants to think': 'ask-callback-time',
    }),
    'judge-choice': decide([
      { when: is('oldMachineChoice', 'tradeIn'), go: 'register-depreciation' },
      { go: 'help-move-data' },
    ]),
    'register-depreciation': say('past-service-life-no-parts/register-depreciation', {
      'caller accepts': 'exchange-with-depreciation',
      'agent said it': 'exchange-with-depreciation',
      'caller refuses depreciation fee': 'report-upward',
    }),
    'help-move-data': say('past-service-life-no-parts/help-move-data', {
      'agent said it': 'closed',
      'caller accepts': 'closed',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'no-parts-within-service-life': switchTo('no-parts-within-service-life'),
    'exchange-with-depreciation': end('exchange-with-depreciation'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
