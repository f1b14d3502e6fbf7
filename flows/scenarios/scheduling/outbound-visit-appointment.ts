import { findSymptom, findWarranty, promiseCallback } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** We call to agree on a visit, or the customer calls back about it. */
export default scenario({
  id: 'outbound-visit-appointment',
  initial: 'prepare',
  findOut: [
    'callerName',
    'calleeCompany',
    'callbackNumber',
    'address',
    'productLine',
    'machineSerial',
    'warranty',
    'symptom',
    'networkPresent',
    'usageKind',
    'convenientToTalk',
  ],
  steps: {
    prepare: say('outbound-visit-appointment/prepare', { 'agent said it': 'introduce', 'nobody answers': 'try-again' }),
    introduce: say('outbound-visit-appointment/introduce', {
      'agent said it': 'check-symptom',
      'caller accepts': 'check-symptom',
      'not a good time to talk': 'ask-callback-time',
      'nobody answers': 'try-again',
      'caller bars the visit': 'angry-caller',
    }),
    'try-again': say('outbound-visit-appointment/try-again', { 'nobody answers': 'visit-booked', 'agent said it': 'introduce' }),
    ...findSymptom('restate-fault'),
    'restate-fault': say('outbound-visit-appointment/restate-fault', {
      'agent said it': 'ask-time',
      'fault seems to be misuse': 'advise-guidance-first',
      'caller bars the visit': 'angry-caller',
    }),
    'advise-guidance-first': say('outbound-visit-appointment/advise-guidance-first', {
      'caller accepts': 'phone-guidance-or-paid-visit',
      'caller prefers phone guidance': 'phone-guidance-or-paid-visit',
      'caller insists on a visit': 'ask-time',
    }),
    'ask-time': ask('outbound-visit-appointment/ask-time', 'visitTime', 'check-fee', {
      'engineer cannot make that time': 'agree-other-time',
      'caller bars the visit': 'angry-caller',
      'cannot be settled now': 'ask-callback-time',
    }),
    'agree-other-time': ask('outbound-visit-appointment/agree-other-time', 'visitTime', 'check-fee', {
      'caller refuses': 'ask-callback-time',
      'cannot be settled now': 'ask-callback-time',
    }),
    'check-fee': decide([
      { when: is('faultKind', 'software'), go: 'price-the-visit' },
      { go: 'check-warranty' },
    ]),
    ...findWarranty('verify', 'price-the-visit'),
    'price-the-visit': ask('outbound-visit-appointment/price-the-visit', 'feeAmount', 'tell-fee', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'tell-fee': say('outbound-visit-appointment/tell-fee', {
      'caller accepts': 'verify',
      'caller refuses': 'explain-warranty-policy',
      'caller prefers phone guidance': 'guide-by-phone',
    }),
    'explain-warranty-policy': say('outbound-visit-appointment/explain-warranty-policy', {
      'caller accepts': 'verify',
      'caller insists on a visit': 'verify',
      'caller prefers phone guidance': 'guide-by-phone',
      'caller refuses': 'guide-by-phone',
    }),
    'guide-by-phone': say('outbound-visit-appointment/guide-by-phone', {
      'caller accepts': 'resolved-by-phone',
      'caller insists on a visit': 'verify',
    }),
    verify: ask('outbound-visit-appointment/verify', 'address', 'ask-prepare', { 'caller accepts': 'ask-prepare' }),
    'ask-prepare': say('outbound-visit-appointment/ask-prepare', { 'agent said it': 'thank', 'caller accepts': 'thank' }),
    thank: say('outbound-visit-appointment/thank', {
      'agent said it': 'visit-booked',
      'caller accepts': 'visit-booked',
      'caller thanks': 'visit-booked',
      'engineer cannot make that time': 'agree-other-time',
    }),
    ...promiseCallback('callback-promised'),
    'visit-booked': end('visit-booked'),
    'resolved-by-phone': end('resolved-by-phone'),
    'callback-promised': end('callback-promised'),
    'phone-guidance-or-paid-visit': switchTo('phone-guidance-or-paid-visit'),
    'angry-caller': switchTo('angry-caller'),
  },
})
