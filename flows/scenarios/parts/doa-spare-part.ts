import { findDaysOwned, findRepairCount, promiseCallback } from '../../common/passages.ts'
import { all, any, atLeast, atMost, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The new spare part the engineer unpacked turned out to be broken. */
export default scenario({
  id: 'doa-spare-part',
  initial: 'apologize-and-explain-cause',
  findOut: ['partPretestConsent', 'doaConcern', 'partEasyToCarry'],
  steps: {
    'apologize-and-explain-cause': say('doa-spare-part/apologize-and-explain-cause', {
      'agent said it': 'explain-sealed-rule',
      'caller asks why part was untested': 'explain-sealed-rule',
      'caller fears next part fails': 'fetch-new-part',
      'caller wants machine not part': 'check-days-owned',
      'caller doubts it': 'take-the-blame',
    }),
    'take-the-blame': say('doa-spare-part/take-the-blame', {
      'agent said it': 'fetch-new-part',
      'caller still upset': 'apologize-and-explain-cause',
      'caller wants machine not part': 'check-days-owned',
    }),
    'explain-sealed-rule': say('doa-spare-part/explain-sealed-rule', {
      'agent said it': 'fetch-new-part',
      'caller fears next part fails': 'fetch-new-part',
      'caller wants machine not part': 'check-days-owned',
    }),
    'fetch-new-part': ask('doa-spare-part/fetch-new-part', 'partPretestConsent', 'judge-consent', {
      'caller accepts': 'promise-tested-part',
      'caller refuses': 'bring-spares',
      'caller wants it unsealed in person': 'bring-spares',
      'caller wants machine not part': 'check-days-owned',
    }),
    'judge-consent': decide([
      { when: is('partPretestConsent', true), go: 'promise-tested-part' },
      { go: 'bring-spares' },
    ]),
    'promise-tested-part': ask('doa-spare-part/promise-tested-part', 'visitTime', 'revisit-with-tested-part', {
      'caller does not know': 'ask-callback-time',
      'cannot be settled now': 'ask-callback-time',
    }),
    'bring-spares': ask('doa-spare-part/bring-spares', 'visitTime', 'revisit-with-spares', {
      'caller does not know': 'ask-callback-time',
      'cannot be settled now': 'ask-callback-time',
    }),
    ...promiseCallback('repair-continues'),
    ...findDaysOwned('find-repairs'),
    'find-repairs': decide([
      { when: atMost('daysOwned', 'exchangeDays'), go: 'open-exchange' },
      { go: 'check-repair-count' },
    ]),
    ...findRepairCount('judge-exchange'),
    'judge-exchange': decide([
      { when: all(atLeast('repairCount', 'repairsBeforeExchange'), any(atMost('daysOwned', 'warrantyDays'), is('warranty', 'in'))), go: 'open-exchange' },
      { go: 'keep-repairing' },
    ]),
    'open-exchange': say('doa-spare-part/open-exchange', {
      'caller wants machine not part': 'unresolved-fault-exchange-demand',
      'caller agrees to go on repairing': 'fetch-new-part',
      'caller wants to think': 'ask-callback-time',
    }),
    'keep-repairing': say('doa-spare-part/keep-repairing', {
      'caller accepts': 'fetch-new-part',
      'caller insists': 'unresolved-fault-exchange-demand',
      'caller still upset': 'unresolved-fault-exchange-demand',
    }),
    'unresolved-fault-exchange-demand': switchTo('unresolved-fault-exchange-demand'),
    'revisit-with-tested-part': end('revisit-with-tested-part'),
    'revisit-with-spares': end('revisit-with-spares'),
    'repair-continues': end('repair-continues'),
  },
})
