import { promiseCallback } from '../../common/passages.ts'
import { end, say, scenario } from '../../dialogue.ts'

/** The agent guides or repairs while the caller talks, waits and asks. */
export default scenario({
  id: 'talking-during-repair',
  initial: 'reproduce-and-confirm',
  findOut: ['callerSkill', 'repairTalkMood', 'repairTalkTopic', 'needsLookUpPause', 'callerFreeToTalk'],
  steps: {
    'reproduce-and-confirm': say('talking-during-repair/reproduce-and-confirm', {
      'agent said it': 'narrate-actions',
      'caller is a technician': 'ask-technicians-view',
      'caller has to stop for now': 'pause-safely',
    }),
    'ask-technicians-view': say('talking-during-repair/ask-technicians-view', {
      'agent said it': 'narrate-actions',
      'caller accepts': 'narrate-actions',
    }),
    'narrate-actions': say('talking-during-repair/narrate-actions', {
      'agent said it': 'explain-cause-undistracted',
      'caller cannot follow': 'teach-one-step',
      'caller is a technician': 'reproduce-and-confirm',
      'private files come up': 'respect-private-files',
      'caller angry': 'explain-cause-undistracted',
      'caller has to stop for now': 'pause-safely',
    }),
    'teach-one-step': say('talking-during-repair/teach-one-step', {
      'agent said it': 'narrate-actions',
      'caller accepts': 'narrate-actions',
    }),
    'respect-private-files': say('talking-during-repair/respect-private-files', {
      'agent said it': 'narrate-actions',
      'caller accepts': 'narrate-actions',
    }),
    'explain-cause-undistracted': say('talking-during-repair/explain-cause-undistracted', {
      'agent said it': 'manage-silence',
      'caller feels unheard': 'stop-and-listen',
      'something must be looked up': 'manage-silence',
      'caller accepts': 'manage-silence',
    }),
    'stop-and-listen': say('talking-during-repair/stop-and-listen', {
      'caller has had their say': 'explain-cause-undistracted',
      'agent said it': 'explain-cause-undistracted',
      'talk has got stuck': 'hand-over-to-senior',
    }),
    'manage-silence': say('talking-during-repair/manage-silence', {
      'agent said it': 'helpful-conversation',
      'caller has to stop for now': 'pause-safely',
      'caller accepts': 'helpful-conversation',
    }),
    'helpful-conversation': say('talking-during-repair/helpful-conversation', {
      'agent said it': 'verify-and-close',
      'caller asks about company internals': 'set-boundary-on-internal',
      'caller chats about private things': 'helpful-conversation',
      'something must be looked up': 'manage-silence',
      'talk has got stuck': 'hand-over-to-senior',
    }),
    'set-boundary-on-internal': say('talking-during-repair/set-boundary-on-internal', {
      'agent said it': 'verify-and-close',
      'caller asks about company internals': 'helpful-conversation',
    }),
    'verify-and-close': say('talking-during-repair/verify-and-close', {
      'machine works for the caller': 'resolved',
      'machine still misbehaves': 'narrate-actions',
      'caller has to stop for now': 'pause-safely',
      'talk has got stuck': 'hand-over-to-senior',
    }),
    'pause-safely': say('talking-during-repair/pause-safely', { 'agent said it': 'ask-callback-time' }),
    ...promiseCallback('callback-promised'),
    'hand-over-to-senior': say('talking-during-repair/hand-over-to-senior', { 'agent said it': 'escalated' }),
    resolved: end('resolved'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
