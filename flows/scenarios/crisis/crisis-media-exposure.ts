import { ask, end, say, scenario } from '../../dialogue.ts'

/** The caller threatens reporters, social media or the consumer line. */
export default scenario({
  id: 'crisis-media-exposure',
  initial: 'apologise-and-own',
  findOut: ['mediaStage', 'mediaDemand', 'mediaEarlierReports', 'callbackNumber'],
  steps: {
    'apologise-and-own': say('crisis-media-exposure/apologise-and-own', {
      'agent said it': 'record',
      'caller threatens to expose or sue': 'record',
      'story is already published': 'reach-out-sincerely',
      'reporter is on the line': 'hand-to-spokesperson',
    }),
    record: say('crisis-media-exposure/record', {
      'agent said it': 'record-number',
      'story is already published': 'reach-out-sincerely',
      'caller only wants an explanation': 'explanation-by-manager',
      'caller threatens to expose or sue': 'show-responsibility',
    }),
    'record-number': ask('crisis-media-exposure/record-number', 'callbackNumber', 'report-immediately', {
      'caller does not know': 'report-immediately',
    }),
    'report-immediately': say('crisis-media-exposure/report-immediately', {
      'agent said it': 'nearest-staff',
      'caller threatens to expose or sue': 'show-responsibility',
    }),
    'nearest-staff': say('crisis-media-exposure/nearest-staff', {
      'agent said it': 'show-responsibility',
      'caller refuses': 'show-responsibility',
    }),
    'show-responsibility': say('crisis-media-exposure/show-responsibility', {
      'agent said it': 'ask-callback-time',
      'caller calms down': 'ask-callback-time',
      'caller only wants an explanation': 'explanation-by-manager',
      'caller threatens to expose or sue': 'decline-without-arguing',
    }),
    'ask-callback-time': ask('common/ask-callback-time', 'callbackTime', 'settle', {
      'caller does not know': 'decline-without-arguing',
    }),
    settle: say('crisis-media-exposure/settle', {
      'caller accepts': 'keep-confidential',
      'caller refuses': 'decline-without-arguing',
      'caller threatens to expose or sue': 'decline-without-arguing',
      'caller only wants an explanation': 'explanation-by-manager',
    }),
    'keep-confidential': say('crisis-media-exposure/keep-confidential', { 'agent said it': 'callback-promised' }),
    'explanation-by-manager': say('crisis-media-exposure/explanation-by-manager', { 'agent said it': 'closed' }),
    'reach-out-sincerely': say('crisis-media-exposure/reach-out-sincerely', {
      'agent said it': 'escalated',
      'caller calms down': 'escalated',
      'caller still upset': 'escalated',
    }),
    'hand-to-spokesperson': say('crisis-media-exposure/hand-to-spokesperson', { 'agent said it': 'escalated' }),
    'decline-without-arguing': say('crisis-media-exposure/decline-without-arguing', { 'agent said it': 'escalated' }),
    escalated: end('escalated'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
  },
})
