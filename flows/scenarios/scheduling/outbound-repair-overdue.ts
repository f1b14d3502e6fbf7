import { reportUpward } from '../../common/passages.ts'
import { is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The repair will miss the promised date; we call, or the customer asks. */
export default scenario({
  id: 'outbound-repair-overdue',
  initial: 'apologise',
  findOut: ['ticketNumber', 'promisedRepairDate', 'repairDelayCause', 'newReadyDate'],
  steps: {
    apologise: say('outbound-repair-overdue/apologise', {
      'agent said it': 'check-ticket',
      'delay is for a missing part': 'outbound-parts-delay',
      'caller demands it today': 'angry-repair-three-weeks',
    }),
    'check-ticket': decide([
      { when: is('repairDelayCause', 'parts'), go: 'outbound-parts-delay' },
      { when: unknown('ticketNumber'), go: 'ask-ticket' },
      { go: 'explain' },
    ]),
    'ask-ticket': ask('outbound-repair-overdue/ask-ticket', 'ticketNumber', 'explain', {
      'caller does not know': 'explain',
      'delay is for a missing part': 'outbound-parts-delay',
    }),
    explain: say('outbound-repair-overdue/explain', {
      'agent said it': 'promise',
      'delay is for a missing part': 'outbound-parts-delay',
      'caller demands it today': 'angry-repair-three-weeks',
    }),
    promise: ask('outbound-repair-overdue/promise', 'newReadyDate', 'ask-understanding', {
      'caller demands it today': 'angry-repair-three-weeks',
      'cannot be settled now': 'report-upward',
    }),
    'ask-understanding': say('outbound-repair-overdue/ask-understanding', {
      'caller accepts': 'callback-promised',
      'caller demands it today': 'angry-repair-three-weeks',
      'caller still upset': 'report-upward',
      'caller refuses': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
    'outbound-parts-delay': switchTo('outbound-parts-delay'),
    'angry-repair-three-weeks': switchTo('angry-repair-three-weeks'),
  },
})
