import { promiseCallback } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** No identical part is in stock and the caller wants the same brand and model. */
export default scenario({
  id: 'same-model-part-unavailable',
  initial: 'acknowledge-preference',
  findOut: ['originalPartModel', 'availablePartLevel', 'otherBrandDoubt', 'machineUsedFor', 'sameModelStance'],
  steps: {
    'acknowledge-preference': say('same-model-part-unavailable/acknowledge-preference', {
      'agent said it': 'ask-original-part',
      'caller distrusts other brands': 'explain-part-standard',
      'caller quotes friends on parts': 'explain-part-standard',
    }),
    'ask-original-part': ask('same-model-part-unavailable/ask-original-part', 'originalPartModel', 'ask-part-level', {
      'caller does not know': 'ask-part-level',
      'caller distrusts other brands': 'explain-part-standard',
    }),
    'ask-part-level': ask('same-model-part-unavailable/ask-part-level', 'availablePartLevel', 'judge-level', {
      'caller does not know': 'explain-part-standard',
      'checked and eligible': 'explain-part-standard',
      'checked and not eligible': 'ask-callback-time',
    }),
    'judge-level': decide([
      { when: is('availablePartLevel', 'lower'), go: 'ask-callback-time' },
      { go: 'explain-part-standard' },
    ]),
    'explain-part-standard': say('same-model-part-unavailable/explain-part-standard', {
      'agent said it': 'explain-standard-config',
      'caller quotes friends on parts': 'answer-hearsay',
    }),
    'answer-hearsay': say('same-model-part-unavailable/answer-hearsay', {
      'agent said it': 'explain-standard-config',
      'caller insists on same model': 'offer-regional-stock',
    }),
    'explain-standard-config': say('same-model-part-unavailable/explain-standard-config', {
      'agent said it': 'focus-on-use',
      'caller accepts': 'accepted-repair',
      'caller insists on same model': 'focus-on-use',
    }),
    'focus-on-use': ask('same-model-part-unavailable/focus-on-use', 'machineUsedFor', 'offer-either-way', {
      'caller accepts': 'accepted-repair',
      'caller doubts it': 'offer-either-way',
      'caller insists on same model': 'offer-regional-stock',
      'caller wants to think': 'still-doubtful',
      'caller does not know': 'offer-either-way',
    }),
    'offer-either-way': say('same-model-part-unavailable/offer-either-way', {
      'caller accepts': 'accepted-repair',
      'caller insists on same model': 'offer-regional-stock',
      'caller wants to think': 'still-doubtful',
      'caller refuses': 'offer-regional-stock',
    }),
    'offer-regional-stock': ask('same-model-part-unavailable/offer-regional-stock', 'callbackTime', 'apply-regional-resource', {
      'caller accepts': 'apply-regional-resource',
      'caller wants to think': 'still-doubtful',
    }),
    ...promiseCallback('apply-regional-resource'),
    'accepted-repair': end('accepted-repair'),
    'apply-regional-resource': end('apply-regional-resource'),
    'still-doubtful': end('still-doubtful'),
  },
})
