import { ask, end, say, scenario } from '../../dialogue.ts'

/** The caller asks for a colleague who is not in. */
export default scenario({
  id: 'asked-person-absent',
  initial: 'apologise-absent',
  findOut: ['callerName', 'relayMatter', 'relayAllowed', 'callbackNumber'],
  steps: {
    'apologise-absent': say('asked-person-absent/apologise-absent', {
      'agent said it': 'ask-who-and-why',
      'matter is urgent': 'help-right-now',
      'caller wants his own number': 'protect-colleague',
    }),
    'protect-colleague': say('asked-person-absent/protect-colleague', { 'agent said it': 'ask-who-and-why' }),
    'ask-who-and-why': ask('asked-person-absent/ask-who-and-why', 'relayMatter', 'ask-name', {
      'matter is urgent': 'help-right-now',
      'caller does not know': 'ask-name',
    }),
    'ask-name': ask('asked-person-absent/ask-name', 'callerName', 'offer-relay', {
      'caller does not know': 'offer-relay',
    }),
    'offer-relay': say('asked-person-absent/offer-relay', {
      'message may be relayed': 'record',
      'caller wants that person only': 'ask-for-callback',
      'matter is urgent': 'help-right-now',
      'caller wants his own number': 'protect-colleague',
    }),
    record: ask('asked-person-absent/record', 'callbackNumber', 'relay', { 'caller does not know': 'relay' }),
    relay: ask('asked-person-absent/relay', 'callbackTime', 'confirm-relay', {
      'caller does not know': 'confirm-relay-today',
    }),
    'confirm-relay': say('asked-person-absent/confirm-relay', {
      'agent said it': 'callback-promised',
      'caller accepts': 'callback-promised',
    }),
    'confirm-relay-today': say('asked-person-absent/confirm-relay-today', { 'agent said it': 'callback-promised' }),
    'ask-for-callback': ask('asked-person-absent/ask-for-callback', 'callbackTime', 'confirm-person-calls', {
      'caller does not know': 'confirm-relay-today',
    }),
    'confirm-person-calls': say('asked-person-absent/confirm-person-calls', {
      'agent said it': 'callback-promised',
      'caller wants that person only': 'callback-promised',
    }),
    'help-right-now': say('asked-person-absent/help-right-now', {
      'agent said it': 'closed',
      'caller accepts': 'closed',
      'caller thanks': 'closed',
      'cannot be settled now': 'ask-for-callback',
    }),
    'callback-promised': end('callback-promised'),
    closed: end('closed'),
  },
})
