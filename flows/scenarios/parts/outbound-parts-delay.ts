import { reportUpward } from '../../common/passages.ts'
import { unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Outbound call before the agreed time: the part has not arrived, so the visit or repair is delayed. */
export default scenario({
  id: 'outbound-parts-delay',
  initial: 'apologise',
  findOut: ['missingPart', 'partEta', 'partUrgency'],
  steps: {
    apologise: say('outbound-parts-delay/apologise', {
      'agent said it': 'check-missing-part',
      'caller furious at part delay': 'angry-repair-three-weeks',
      'caller asks why': 'check-missing-part',
    }),
    'check-missing-part': decide([
      { when: unknown('missingPart'), go: 'look-up-part' },
      { go: 'explain' },
    ]),
    'look-up-part': ask('outbound-parts-delay/look-up-part', 'missingPart', 'explain', {
      'caller does not know': 'promise-time',
      'part is discontinued': 'no-parts-within-service-life',
    }),
    explain: say('outbound-parts-delay/explain', {
      'agent said it': 'check-eta',
      'caller asks why': 'check-eta',
      'caller furious at part delay': 'angry-repair-three-weeks',
      'part is discontinued': 'no-parts-within-service-life',
      'caller needs machine urgently': 'note-urgency',
    }),
    'check-eta': decide([
      { when: unknown('partEta'), go: 'ask-eta' },
      { go: 'reassure' },
    ]),
    'ask-eta': ask('outbound-parts-delay/ask-eta', 'partEta', 'reassure', {
      'cannot be settled now': 'promise-time',
      'caller does not know': 'promise-time',
    }),
    reassure: say('outbound-parts-delay/reassure', {
      'agent said it': 'promise-time',
      'caller accepts': 'promise-time',
      'caller needs machine urgently': 'note-urgency',
      'caller asks how long': 'promise-time',
    }),
    'promise-time': ask('outbound-parts-delay/promise-time', 'callbackTime', 'confirm-next-report', {
      'caller needs machine urgently': 'note-urgency',
      'caller furious at part delay': 'angry-repair-three-weeks',
      'caller refuses': 'note-urgency',
    }),
    'confirm-next-report': say('common/promise-callback', {
      'agent said it': 'callback-promised',
      'caller did not catch it': 'confirm-next-report',
    }),
    'note-urgency': say('outbound-parts-delay/note-urgency', {
      'agent said it': 'report-upward',
      'caller accepts': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'angry-repair-three-weeks': switchTo('angry-repair-three-weeks'),
    'no-parts-within-service-life': switchTo('no-parts-within-service-life'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
