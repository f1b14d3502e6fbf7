import { promiseCallback } from '../../common/passages.ts'
import { any, is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The engineer will be late: tell the customer beforehand, or answer when he asks. */
export default scenario({
  id: 'engineer-running-late',
  initial: 'notify-early',
  findOut: ['visitTime', 'delayLength', 'canWaitForLate', 'laterVisitTime'],
  steps: {
    'notify-early': say('engineer-running-late/notify-early', {
      'agent said it': 'explain',
      'engineer is almost there': 'almost-there',
      'caller has no time to wait': 'offer-reschedule',
    }),
    explain: say('engineer-running-late/explain', {
      'agent said it': 'judge-delay',
      'caller still upset': 'apologise-sincerely',
      'caller has no time to wait': 'offer-reschedule',
      'engineer is almost there': 'almost-there',
    }),
    'judge-delay': decide([
      { when: any(is('delayLength', 'longer'), is('canWaitForLate', false)), go: 'offer-reschedule' },
      { go: 'new-time' },
    ]),
    'new-time': ask('engineer-running-late/new-time', 'laterVisitTime', 'confirm-new-time', {
      'caller has no time to wait': 'offer-reschedule',
      'caller still upset': 'apologise-sincerely',
      'cannot be settled now': 'ask-callback-time',
    }),
    'confirm-new-time': say('engineer-running-late/confirm-new-time', {
      'agent said it': 'visit-booked',
      'caller did not catch it': 'confirm-new-time',
      'caller has no time to wait': 'offer-reschedule',
    }),
    'almost-there': say('engineer-running-late/almost-there', {
      'engineer is almost there': 'visit-booked',
      'agent said it': 'visit-booked',
      'caller accepts': 'visit-booked',
    }),
    'apologise-sincerely': say('engineer-running-late/apologise-sincerely', {
      'caller accepts': 'new-time',
      'caller calms down': 'new-time',
      'caller refuses': 'offer-reschedule',
      'caller has no time to wait': 'offer-reschedule',
    }),
    'offer-reschedule': ask('engineer-running-late/offer-reschedule', 'laterVisitTime', 'confirm-reschedule', {
      'no time can be agreed': 'ask-callback-time',
      'caller refuses': 'ask-callback-time',
    }),
    'confirm-reschedule': say('engineer-running-late/confirm-reschedule', {
      'agent said it': 'visit-booked',
      'caller accepts': 'visit-booked',
      'caller did not catch it': 'confirm-reschedule',
    }),
    ...promiseCallback('callback-promised'),
    'visit-booked': end('visit-booked'),
    'callback-promised': end('callback-promised'),
  },
})
