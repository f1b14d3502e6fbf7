import { explainFee, promiseCallback, reportUpward } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The part fitted has a higher specification than the original and the caller wonders why. */
export default scenario({
  id: 'replacement-better-than-original',
  initial: 'thank-and-acknowledge',
  findOut: ['partServiceKind', 'originalSpecStock', 'customerKind', 'upgradeWorry', 'upgradeStance'],
  steps: {
    'thank-and-acknowledge': ask('replacement-better-than-original/thank-and-acknowledge', 'upgradeWorry', 'judge-worry', {
      'caller does not know': 'explain-rule',
      'caller accepts': 'explain-next-time',
      'caller fears extra charge': 'explain-rule',
      'caller wants original spec': 'check-original-stock',
    }),
    'judge-worry': decide([
      { when: is('upgradeWorry', 'cost'), go: 'check-service-kind' },
      { when: is('upgradeWorry', 'fit'), go: 'state-compatibility-and-warranty' },
      { when: is('upgradeWorry', 'origin'), go: 'record-and-issue-proof' },
      { go: 'explain-rule' },
    ]),
    'explain-rule': say('replacement-better-than-original/explain-rule', {
      'agent said it': 'check-service-kind',
      'caller fears part mismatch': 'state-compatibility-and-warranty',
      'caller suspects part swap': 'record-and-issue-proof',
      'caller wants original spec': 'check-original-stock',
      'caller accepts': 'explain-next-time',
    }),
    'check-service-kind': decide([
      { when: unknown('partServiceKind'), go: 'ask-service-kind' },
      { when: is('partServiceKind', 'paid'), go: 'tell-paid-upgrade' },
      { go: 'state-no-extra-charge' },
    ]),
    'ask-service-kind': ask('replacement-better-than-original/ask-service-kind', 'partServiceKind', 'check-service-kind', {
      'caller does not know': 'ask-callback-time',
    }),
    'state-no-extra-charge': say('replacement-better-than-original/state-no-extra-charge', {
      'agent said it': 'state-compatibility-and-warranty',
      'caller fears extra charge': 'state-compatibility-and-warranty',
      'caller accepts': 'state-compatibility-and-warranty',
      'caller wants other parts upgraded': 'explain-only-when-short',
    }),
    'tell-paid-upgrade': say('replacement-better-than-original/tell-paid-upgrade', {
      'caller accepts': 'explain-fee',
      'caller asks the price': 'explain-fee',
      'caller fears extra charge': 'explain-fee',
      'caller refuses': 'check-original-stock',
    }),
    ...explainFee('state-compatibility-and-warranty', 'check-original-stock'),
    'state-compatibility-and-warranty': say('replacement-better-than-original/state-compatibility-and-warranty', {
      'agent said it': 'record-and-issue-proof',
      'caller fears part mismatch': 'test-in-person',
      'caller wants original spec': 'check-original-stock',
      'caller wants other parts upgraded': 'explain-only-when-short',
    }),
    'test-in-person': say('replacement-better-than-original/test-in-person', {
      'caller accepts': 'record-and-issue-proof',
      'agent said it': 'record-and-issue-proof',
    }),
    'record-and-issue-proof': say('replacement-better-than-original/record-and-issue-proof', {
      'agent said it': 'understood',
      'caller accepts': 'understood',
      'caller thanks': 'understood',
      'caller expects upgrades again': 'explain-next-time',
      'caller wants written part note': 'promise-written-note',
      'caller suspects part swap': 'promise-expert',
      'caller wants original spec': 'check-original-stock',
    }),
    'promise-written-note': say('replacement-better-than-original/promise-written-note', {
      'agent said it': 'record-and-issue-proof',
      'caller accepts': 'understood',
    }),
    'explain-next-time': say('replacement-better-than-original/explain-next-time', {
      'agent said it': 'understood',
      'caller accepts': 'understood',
      'caller insists': 'promise-expert',
    }),
    'explain-only-when-short': say('replacement-better-than-original/explain-only-when-short', {
      'caller accepts': 'declined',
      'caller refuses': 'promise-expert',
      'agent said it': 'declined',
    }),
    'check-original-stock': ask('replacement-better-than-original/check-original-stock', 'originalSpecStock', 'offer-wait-or-keep', {
      'caller does not know': 'offer-wait-or-keep',
    }),
    'offer-wait-or-keep': say('replacement-better-than-original/offer-wait-or-keep', {
      'caller accepts': 'understood',
      'caller wants original spec': 'ask-callback-time',
      'caller insists': 'promise-expert',
    }),
    ...promiseCallback('callback-promised'),
    'promise-expert': say('replacement-better-than-original/promise-expert', {
      'caller accepts': 'report-upward',
      'agent said it': 'report-upward',
    }),
    ...reportUpward('escalated'),
    understood: end('understood'),
    'callback-promised': end('callback-promised'),
    declined: end('declined'),
    escalated: end('escalated'),
  },
})
