import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The fault is found, but the repair takes long because the part has to be ordered in. */
export default scenario({
  id: 'long-repair-no-parts',
  initial: 'apologise-and-state-cause',
  findOut: ['missingPart', 'partSupply', 'partEta', 'partWaitAttitude', 'callbackNumber'],
  steps: {
    'apologise-and-state-cause': ask('long-repair-no-parts/apologise-and-state-cause', 'missingPart', 'check-eta', {
      'caller does not know': 'check-eta',
      'caller asks why no stock': 'explain-stock',
      'part overdue': 'apologise-overdue',
      'part arrived': 'arrange-repair-today',
      'caller needs machine urgently': 'check-loaner',
    }),
    'check-eta': decide([
      { when: unknown('partEta'), go: 'ask-eta' },
      { go: 'state-eta-and-commit' },
    ]),
    'ask-eta': ask('long-repair-no-parts/ask-eta', 'partEta', 'state-eta-and-commit', {
      'cannot be settled now': 'eta-unknown',
      'caller does not know': 'eta-unknown',
      'part arrived': 'arrange-repair-today',
    }),
    'eta-unknown': say('long-repair-no-parts/eta-unknown', {
      'agent said it': 'ask-callback-time',
      'caller needs machine urgently': 'check-loaner',
      'caller wants machine not part': 'check-wait-days',
    }),
    'state-eta-and-commit': say('long-repair-no-parts/state-eta-and-commit', {
      'agent said it': 'confirm-contact-and-notify',
      'caller accepts': 'confirm-contact-and-notify',
      'caller asks why no stock': 'explain-stock',
      'caller objects to part wait': 'record-objection',
      'caller needs machine urgently': 'check-loaner',
      'caller wants machine not part': 'check-wait-days',
    }),
    'explain-stock': say('long-repair-no-parts/explain-stock', {
      'agent said it': 'state-eta-and-commit',
      'caller accepts': 'confirm-contact-and-notify',
      'caller objects to part wait': 'record-objection',
    }),
    'record-objection': say('long-repair-no-parts/record-objection', {
      'agent said it': 'complaint-recorded',
      'caller accepts': 'confirm-contact-and-notify',
      'caller wants machine not part': 'check-wait-days',
    }),
    'confirm-contact-and-notify': ask('long-repair-no-parts/confirm-contact-and-notify', 'callbackNumber', 'callback-promised', {
      'caller thanks': 'callback-promised',
      'agent said it': 'callback-promised',
    }),
    'apologise-overdue': say('long-repair-no-parts/apologise-overdue', {
      'caller accepts': 'ask-callback-time',
      'caller objects to part wait': 'record-objection',
      'caller wants machine not part': 'check-wait-days',
      'caller needs machine urgently': 'check-loaner',
    }),
    ...promiseCallback('callback-promised'),
    'check-loaner': say('long-repair-no-parts/check-loaner', {
      'checked and eligible': 'offer-loaner',
      'checked and not eligible': 'no-loaner',
      'cannot be settled now': 'no-loaner',
    }),
    'offer-loaner': say('long-repair-no-parts/offer-loaner', {
      'caller accepts': 'loaner-provided',
      'caller refuses': 'confirm-contact-and-notify',
    }),
    'no-loaner': say('long-repair-no-parts/no-loaner', {
      'caller accepts': 'ask-callback-time',
      'caller insists': 'report-upward',
      'caller wants machine not part': 'check-wait-days',
    }),
    'arrange-repair-today': say('long-repair-no-parts/arrange-repair-today', {
      'agent said it': 'accepted-repair',
    }),
    'check-wait-days': ask('long-repair-no-parts/check-wait-days', 'repairDays', 'tell-wait-rule', {
      'caller does not know': 'tell-wait-rule',
    }),
    'tell-wait-rule': say('long-repair-no-parts/tell-wait-rule', {
      'agent said it': 'report-upward',
      'caller accepts': 'confirm-contact-and-notify',
      'caller insists': 'report-upward',
    }),
    ...reportUpward('escalated'),
    'callback-promised': end('callback-promised'),
    'complaint-recorded': end('complaint-recorded'),
    'accepted-repair': end('accepted-repair'),
    'loaner-provided': end('loaner-provided'),
    escalated: end('escalated'),
  },
})
