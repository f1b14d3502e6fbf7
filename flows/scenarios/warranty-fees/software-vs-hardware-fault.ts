import { explainFee, findWarranty, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller does not see why software faults are not covered like hardware ones. */
export default scenario({
  id: 'software-vs-hardware-fault',
  initial: 'explain-plainly',
  findOut: [
    'softOrHardSign',
    'recentChange',
    'faultySoftware',
    'warranty',
    'afterRestore',
    'acceptsGuidance',
    'copiedBeforeRestore',
  ],
  steps: {
    'explain-plainly': ask('software-vs-hardware-fault/explain-plainly', 'softOrHardSign', 'diagnose-together', {
      'caller says it is quality': 'diagnose-together',
      'machine has a virus': 'guide-against-virus',
      'unlicensed software found': 'explain-licence',
      'fault keeps coming back': 'report-upward',
      'caller does not know': 'diagnose-together',
    }),
    'diagnose-together': ask('software-vs-hardware-fault/diagnose-together', 'afterRestore', 'judge-test', {
      'found to be hardware': 'check-warranty',
      'found to be software': 'state-coverage-by-cause',
      'fault stays after restore': 'admit-hardware',
      'machine has a virus': 'guide-against-virus',
      'unlicensed software found': 'explain-licence',
      'preinstalled software in cover': 'restore-factory',
      'caller says it is quality': 'compare-by-restore',
      'fault keeps coming back': 'report-upward',
      'caller does not know': 'state-coverage-by-cause',
    }),
    'judge-test': decide([
      { when: is('afterRestore', 'remains'), go: 'admit-hardware' },
      { when: is('faultySoftware', 'preinstalled'), go: 'restore-factory' },
      { when: is('faultySoftware', 'virus'), go: 'guide-against-virus' },
      { go: 'state-coverage-by-cause' },
    ]),
    'compare-by-restore': say('software-vs-hardware-fault/compare-by-restore', {
      'caller accepts': 'diagnose-together',
      'fault stays after restore': 'admit-hardware',
      'caller insists': 'report-upward',
    }),
    'admit-hardware': say('software-vs-hardware-fault/admit-hardware', {
      'agent said it': 'check-warranty',
      'caller accepts': 'check-warranty',
    }),
    ...findWarranty('repair-under-warranty', 'quote-hardware'),
    'repair-under-warranty': say('software-vs-hardware-fault/repair-under-warranty', {
      'agent said it': 'accepted-repair',
      'caller accepts': 'accepted-repair',
    }),
    'quote-hardware': say('software-vs-hardware-fault/quote-hardware', {
      'caller accepts': 'explain-fee',
      'caller refuses': 'declined-offer',
      'caller asks the price': 'explain-fee',
    }),
    ...explainFee('quote-sent', 'declined-offer'),
    'declined-offer': say('software-vs-hardware-fault/declined-offer', {
      'agent said it': 'quote-sent',
      'caller accepts': 'quote-sent',
    }),
    'restore-factory': say('software-vs-hardware-fault/restore-factory', {
      'agent said it': 'backup-before-restore',
      'caller accepts': 'backup-before-restore',
      'caller prefers sending in': 'accepted-repair',
      'caller cannot follow steps': 'accepted-repair',
    }),
    'state-coverage-by-cause': say('software-vs-hardware-fault/state-coverage-by-cause', {
      'agent said it': 'offer-free-guidance',
      'caller says it is quality': 'compare-by-restore',
      'caller accepts': 'offer-free-guidance',
    }),
    'offer-free-guidance': ask('software-vs-hardware-fault/offer-free-guidance', 'acceptsGuidance', 'judge-guidance', {
      'caller insists on paid visit': 'quote-if-paid',
      'found to be hardware': 'check-warranty',
      'caller declines phone guidance': 'quote-if-paid',
      'caller skips the backup': 'backup-before-restore',
      'caller does not know': 'backup-before-restore',
    }),
    'judge-guidance': decide([
      { when: is('acceptsGuidance', false), go: 'quote-if-paid' },
      { go: 'backup-before-restore' },
    ]),
    'backup-before-restore': ask('software-vs-hardware-fault/backup-before-restore', 'copiedBeforeRestore', 'guide-steps', {
      'caller skips the backup': 'confirm-no-backup',
      'caller accepts': 'guide-steps',
      'caller does not know': 'confirm-no-backup',
    }),
    'confirm-no-backup': say('software-vs-hardware-fault/confirm-no-backup', {
      'caller accepts': 'guide-steps',
      'caller skips the backup': 'guide-steps',
      'caller refuses': 'backup-before-restore',
    }),
    'guide-steps': say('software-vs-hardware-fault/guide-steps', {
      'guidance solved it': 'promise-follow-up',
      'guidance did not solve it': 'admit-hardware',
      'caller insists on paid visit': 'quote-if-paid',
    }),
    'guide-against-virus': say('software-vs-hardware-fault/guide-against-virus', {
      'guidance solved it': 'promise-follow-up',
      'guidance did not solve it': 'quote-if-paid',
      'caller accepts': 'guided-by-phone',
    }),
    'explain-licence': say('software-vs-hardware-fault/explain-licence', {
      'caller accepts': 'refused-unlicensed',
      'agent said it': 'refused-unlicensed',
      'caller insists': 'refused-unlicensed',
    }),
    'promise-follow-up': say('software-vs-hardware-fault/promise-follow-up', {
      'agent said it': 'guided-by-phone',
      'caller thanks': 'guided-by-phone',
    }),
    'quote-if-paid': say('software-vs-hardware-fault/quote-if-paid', {
      'caller accepts': 'explain-fee',
      'caller insists on paid visit': 'explain-fee',
      'caller refuses': 'backup-before-restore',
    }),
    ...reportUpward('escalated'),
    'accepted-repair': end('accepted-repair'),
    'guided-by-phone': end('guided-by-phone'),
    'quote-sent': end('quote-sent'),
    'refused-unlicensed': end('refused-unlicensed'),
    escalated: end('escalated'),
  },
})
