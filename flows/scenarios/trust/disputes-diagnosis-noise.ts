import { bookVisit } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller does not accept that a loud machine was found to be normal. */
export default scenario({
  id: 'disputes-diagnosis-noise',
  initial: 'acknowledge-concern',
  findOut: ['noisePlace', 'noiseFinding', 'noiseDemand'],
  steps: {
    'acknowledge-concern': say('disputes-diagnosis-noise/acknowledge-concern', {
      'agent said it': 'ask-environment',
      'noise is new or grinding': 'offer-inspection',
    }),
    'ask-environment': ask('disputes-diagnosis-noise/ask-environment', 'noisePlace', 'judge-finding', {
      'caller does not know': 'judge-finding',
      'noise is new or grinding': 'offer-inspection',
    }),
    'judge-finding': decide([
      { when: unknown('noiseFinding'), go: 'ask-finding' },
      { when: is('noiseFinding', 'normal'), go: 'explain-perception' },
      { go: 'offer-inspection' },
    ]),
    'ask-finding': ask('disputes-diagnosis-noise/ask-finding', 'noiseFinding', 'judge-finding', { 'caller does not know': 'offer-inspection' }),
    'explain-perception': say('disputes-diagnosis-noise/explain-perception', {
      'agent said it': 'explain-fans',
      'caller insists on a measurement': 'explain-instrument-test',
      'noise is new or grinding': 'offer-inspection',
    }),
    'explain-fans': say('disputes-diagnosis-noise/explain-fans', {
      'agent said it': 'state-factory-test',
      'caller insists it is too loud': 'state-factory-test',
    }),
    'state-factory-test': say('disputes-diagnosis-noise/state-factory-test', {
      'agent said it': 'suggest-comparison',
      'caller insists on a measurement': 'explain-instrument-test',
    }),
    'suggest-comparison': say('disputes-diagnosis-noise/suggest-comparison', {
      'caller accepts': 'accepted-normal',
      'caller will compare with another': 'compare-with-other-machine',
      'caller insists it is too loud': 'offer-inspection',
      'caller insists on a measurement': 'explain-instrument-test',
    }),
    'explain-instrument-test': say('disputes-diagnosis-noise/explain-instrument-test', {
      'caller accepts': 'book-visit',
      'caller insists on a measurement': 'name-testing-body',
    }),
    'name-testing-body': say('disputes-diagnosis-noise/name-testing-body', { 'agent said it': 'promise-to-act-on-result' }),
    'promise-to-act-on-result': say('disputes-diagnosis-noise/promise-to-act-on-result', { 'agent said it': 'referred-to-official-testing' }),
    'offer-inspection': say('disputes-diagnosis-noise/offer-inspection', {
      'caller accepts': 'book-visit',
      'caller refuses': 'explain-instrument-test',
    }),
    ...bookVisit('visit-booked'),
    'accepted-normal': end('accepted-normal'),
    'compare-with-other-machine': end('compare-with-other-machine'),
    'referred-to-official-testing': end('referred-to-official-testing'),
    'visit-booked': end('visit-booked'),
  },
})
