import { promiseCallback } from '../../common/passages.ts'
import { ask, end, say, scenario } from '../../dialogue.ts'

/** The caller worries that the long repair costs the agent or engineer time or money. */
export default scenario({
  id: 'worried-about-engineers-time-or-income',
  initial: 'thank-for-care',
  findOut: ['concernIntent', 'repairProgress', 'callerMustLeave', 'rewardMentioned'],
  steps: {
    'thank-for-care': say('worried-about-engineers-time-or-income/thank-for-care', {
      'agent said it': 'reassure-priority',
      'caller is ironic about slowness': 'apologise-for-slowness',
      'caller offers a good rating': 'reassure-priority',
      'caller offers extra money': 'decline-extra-money',
      'caller really means well': 'look-up-progress',
    }),
    'apologise-for-slowness': say('worried-about-engineers-time-or-income/apologise-for-slowness', {
      'agent said it': 'look-up-progress',
    }),
    'reassure-priority': say('worried-about-engineers-time-or-income/reassure-priority', {
      'agent said it': 'skip-pay-details',
      'caller asks about pay': 'skip-pay-details',
      'caller wants to give up the repair': 'hold-on-to-repair',
      'caller offers extra money': 'decline-extra-money',
    }),
    'skip-pay-details': say('worried-about-engineers-time-or-income/skip-pay-details', {
      'agent said it': 'look-up-progress',
      'caller asks about pay': 'look-up-progress',
      'caller offers a good rating': 'reassure-priority',
    }),
    'look-up-progress': ask('worried-about-engineers-time-or-income/look-up-progress', 'remainingTime', 'report-progress-and-plan', {
      'caller does not know': 'report-without-time',
    }),
    'report-without-time': say('worried-about-engineers-time-or-income/report-without-time', {
      'agent said it': 'finish-thoroughly',
      'caller wants to give up the repair': 'hold-on-to-repair',
    }),
    'report-progress-and-plan': say('worried-about-engineers-time-or-income/report-progress-and-plan', {
      'agent said it': 'finish-thoroughly',
      'caller is ironic about slowness': 'report-progress-and-plan',
      'another job is waiting': 'finish-thoroughly',
      'caller wants to give up the repair': 'hold-on-to-repair',
      'caller wants a callback': 'hold-on-to-repair',
    }),
    'decline-extra-money': say('worried-about-engineers-time-or-income/decline-extra-money', {
      'agent said it': 'declined-with-thanks',
      'caller accepts': 'declined-with-thanks',
    }),
    'hold-on-to-repair': say('worried-about-engineers-time-or-income/hold-on-to-repair', {
      'agent said it': 'ask-callback-time',
      'caller accepts': 'ask-callback-time',
    }),
    ...promiseCallback('callback-promised'),
    'finish-thoroughly': say('worried-about-engineers-time-or-income/finish-thoroughly', {
      'repaired and tried out': 'resolved',
      'cannot be finished today': 'ask-callback-time',
      'caller wants a callback': 'ask-callback-time',
    }),
    resolved: end('resolved'),
    'callback-promised': end('callback-promised'),
    'declined-with-thanks': end('declined-with-thanks'),
  },
})
