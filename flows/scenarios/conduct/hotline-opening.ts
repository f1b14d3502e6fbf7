import { end, say, scenario, switchTo } from '../../dialogue.ts'

/** Every call starts here: pick up, greet, and invite the caller to speak. */
export default scenario({
  id: 'hotline-opening',
  initial: 'answer-fast',
  findOut: ['callPurpose'],
  steps: {
    'answer-fast': say('hotline-opening/answer-fast', {
      'agent said it': 'greet',
      'call answered late': 'apologise-for-ringing',
      'caller complains of long ringing': 'apologise-for-ringing',
    }),
    'apologise-for-ringing': say('hotline-opening/apologise-for-ringing', { 'agent said it': 'greet' }),
    greet: say('hotline-opening/greet', {
      'agent said it': 'invite',
      'caller did not catch it': 'greet',
      'caller complains of long ringing': 'apologise-for-ringing',
      'caller angry': 'angry-caller',
    }),
    invite: say('hotline-opening/invite', {
      'caller did not catch it': 'greet',
      'caller has nothing else': 'closed',
      'caller angry': 'angry-caller',
    }),
    'angry-caller': switchTo('angry-caller'),
    closed: end('closed'),
  },
})
