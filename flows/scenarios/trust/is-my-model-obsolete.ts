import { findDaysOwned, findWarranty, promiseCallback, reportUpward } from '../../common/passages.ts'
import { all, atMost, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

const noMoreParts = is('modelPartsSupply', 'stopped')

/** The caller wonders whether the machine is obsolete, and whether anyone still looks after it. */
export default scenario({
  id: 'is-my-model-obsolete',
  initial: 'acknowledge-worry',
  findOut: [
    'obsoleteWorry',
    'daysOwned',
    'modelStatus',
    'yearsDiscontinued',
    'machineUse',
    'symptom',
    'warranty',
    'upgradePlan',
  ],
  steps: {
    'acknowledge-worry': say('is-my-model-obsolete/acknowledge-worry', {
      'agent said it': 'ask-obsolete-worry',
      'caller wants to return a dropped model': 'check-days-owned',
      'caller upset about the price drop': 'explain-price-drop',
    }),
    'ask-obsolete-worry': ask('is-my-model-obsolete/ask-obsolete-worry', 'obsoleteWorry', 'judge-obsolete-worry', {
      'caller does not know': 'ask-use-and-condition',
    }),
    'judge-obsolete-worry': decide([
      { when: is('obsoleteWorry', 'priceDrop'), go: 'explain-price-drop' },
      { when: is('obsoleteWorry', 'parts'), go: 'check-parts-supply' },
      { go: 'ask-use-and-condition' },
    ]),
    'ask-use-and-condition': ask('is-my-model-obsolete/ask-use-and-condition', 'machineUse', 'state-support-continues', {
      'caller does not know': 'state-support-continues',
      'caller wants to return a dropped model': 'check-days-owned',
    }),
    'state-support-continues': say('is-my-model-obsolete/state-support-continues', {
      'agent said it': 'match-need',
      'caller worries about parts supply': 'check-parts-supply',
      'caller wants to return a dropped model': 'check-days-owned',
    }),
    'check-parts-supply': ask('is-my-model-obsolete/check-parts-supply', 'modelPartsSupply', 'judge-parts-supply', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'judge-parts-supply': decide([
      { when: all(noMoreParts, is('warranty', 'in')), go: 'offer-exchange-plan' },
      { when: noMoreParts, go: 'check-warranty' },
      { go: 'assure-parts-supply' },
    ]),
    ...findWarranty('offer-exchange-plan', 'offer-trade-in'),
    'assure-parts-supply': say('is-my-model-obsolete/assure-parts-supply', { 'agent said it': 'match-need' }),
    'match-need': say('is-my-model-obsolete/match-need', {
      'caller accepts': 'agree-follow-up',
      'machine is only slow': 'guide-tune-up',
      'caller asks whether to buy new': 'say-repair-or-replace',
      'caller asks about the old machine': 'explain-recycling',
    }),
    'guide-tune-up': say('is-my-model-obsolete/guide-tune-up', { 'agent said it': 'remind-system-support' }),
    'remind-system-support': say('is-my-model-obsolete/remind-system-support', {
      'agent said it': 'guided-by-phone',
      'caller asks whether to buy new': 'say-repair-or-replace',
    }),
    'say-repair-or-replace': say('is-my-model-obsolete/say-repair-or-replace', {
      'caller accepts': 'referred-to-sales',
      'caller wants to think': 'agree-follow-up',
      'caller asks about the old machine': 'explain-recycling',
    }),
    'explain-recycling': say('is-my-model-obsolete/explain-recycling', { 'agent said it': 'referred-elsewhere' }),
    'agree-follow-up': ask('is-my-model-obsolete/agree-follow-up', 'callbackTime', 'confirm-follow-up', {
      'caller refuses': 'understood',
      'caller has nothing else': 'understood',
    }),
    'confirm-follow-up': say('is-my-model-obsolete/confirm-follow-up', { 'agent said it': 'understood' }),
    ...findDaysOwned('judge-return-window'),
    'judge-return-window': decide([
      { when: atMost('daysOwned', 'refundDays'), go: 'explain-early-rights' },
      { go: 'explain-return-rule' },
    ]),
    'explain-early-rights': say('is-my-model-obsolete/explain-early-rights', { 'agent said it': 'explain-return-rule' }),
    'explain-return-rule': say('is-my-model-obsolete/explain-return-rule', {
      'agent said it': 'explained-policy',
      'caller worries about parts supply': 'check-parts-supply',
    }),
    'explain-price-drop': say('is-my-model-obsolete/explain-price-drop', {
      'caller accepts': 'explained-policy',
      'caller still upset': 'report-upward',
      'caller wants to return a dropped model': 'check-days-owned',
    }),
    'offer-exchange-plan': say('is-my-model-obsolete/offer-exchange-plan', { 'agent said it': 'report-upward' }),
    ...reportUpward('escalated'),
    'offer-trade-in': say('is-my-model-obsolete/offer-trade-in', { 'caller accepts': 'ask-callback-time', 'caller refuses': 'agree-follow-up' }),
    ...promiseCallback('quote-sent'),
    understood: end('understood'),
    'guided-by-phone': end('guided-by-phone'),
    'quote-sent': end('quote-sent'),
    'explained-policy': end('explained-policy'),
    'referred-to-sales': end('referred-to-sales'),
    'referred-elsewhere': end('referred-elsewhere'),
    escalated: end('escalated'),
  },
})
