import { reportUpward, sendIn } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The machine keeps failing because of a non-standard part that the caller added. */
export default scenario({
  id: 'user-added-part-conflict',
  initial: 'ask-when-and-calm',
  findOut: ['faultStart', 'innerParts', 'addedPartOrigin', 'withoutAddedPart', 'findingAttitude'],
  steps: {
    'ask-when-and-calm': ask('user-added-part-conflict/ask-when-and-calm', 'faultStart', 'ask-inner-parts', {
      'caller blames machine quality': 'examine',
      'caller does not know': 'ask-inner-parts',
    }),
    'ask-inner-parts': ask('user-added-part-conflict/ask-inner-parts', 'innerParts', 'judge-inner-parts', {
      'caller does not know': 'examine',
    }),
    'judge-inner-parts': decide([
      { when: is('innerParts', 'factory'), go: 'accept-factory-fault' },
      { go: 'examine' },
    ]),
    examine: ask('user-added-part-conflict/examine', 'withoutAddedPart', 'judge-test', {
      'caller does not know': 'test-at-station',
      'caller refuses': 'test-at-station',
    }),
    'accept-factory-fault': say('user-added-part-conflict/accept-factory-fault', {
      'agent said it': 'accepted-repair',
    }),
    ...sendIn('accepted-repair'),
    'test-at-station': say('user-added-part-conflict/test-at-station', {
      'caller accepts': 'arrange-send-in',
      'caller wants machine not part': 'report-upward',
    }),
    'judge-test': decide([
      { when: is('withoutAddedPart', 'faulty'), go: 'own-the-fault' },
      { go: 'report-finding' },
    ]),
    'own-the-fault': say('user-added-part-conflict/own-the-fault', {
      'agent said it': 'accepted-repair',
    }),
    'report-finding': ask('user-added-part-conflict/report-finding', 'addedPartOrigin', 'explain-compatibility', {
      'caller doubts it': 'compare-with-and-without',
      'caller does not know': 'explain-compatibility',
      'caller wants machine not part': 'report-upward',
      'caller leaves the part out': 'confirm-without-part',
    }),
    'compare-with-and-without': say('user-added-part-conflict/compare-with-and-without', {
      'caller accepts': 'explain-compatibility',
      'caller insists': 'report-upward',
      'caller wants machine not part': 'report-upward',
    }),
    'explain-compatibility': say('user-added-part-conflict/explain-compatibility', {
      'agent said it': 'explain-second-hand-risk',
      'caller doubts it': 'report-finding',
    }),
    'explain-second-hand-risk': say('user-added-part-conflict/explain-second-hand-risk', {
      'agent said it': 'recommend-standard-part',
    }),
    'recommend-standard-part': say('user-added-part-conflict/recommend-standard-part', {
      'caller accepts': 'buys-part',
      'caller leaves the part out': 'confirm-without-part',
      'caller refuses': 'confirm-without-part',
      'caller wants machine not part': 'report-upward',
    }),
    'confirm-without-part': say('user-added-part-conflict/confirm-without-part', {
      'agent said it': 'part-removed-resolved',
    }),
    ...reportUpward('escalated'),
    'buys-part': end('buys-part'),
    'accepted-repair': end('accepted-repair'),
    'part-removed-resolved': end('part-removed-resolved'),
    escalated: end('escalated'),
  },
})
