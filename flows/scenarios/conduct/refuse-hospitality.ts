import { end, say, scenario } from '../../dialogue.ts'

/** The caller wants to treat or reward the engineer or the agent. */
export default scenario({
  id: 'refuse-hospitality',
  initial: 'thank-first',
  findOut: ['hospitalityKind', 'hospitalityReply'],
  steps: {
    'thank-first': say('refuse-hospitality/thank-first', {
      'agent said it': 'decline-with-reason',
      'tea or cigarettes offered': 'decline-with-reason',
      'gift or money offered': 'decline-gift',
    }),
    'decline-with-reason': say('refuse-hospitality/decline-with-reason', {
      'agent said it': 'return-to-work',
      'caller finds the rule too strict': 'return-to-work',
      'gift or money offered': 'decline-gift',
      'caller accepts': 'return-to-work',
    }),
    'return-to-work': say('refuse-hospitality/return-to-work', {
      'agent said it': 'finish-as-usual',
      'gift or money offered': 'decline-gift',
      'caller accepts': 'finish-as-usual',
      'caller finds the rule too strict': 'finish-as-usual',
    }),
    'finish-as-usual': say('refuse-hospitality/finish-as-usual', {
      'agent said it': 'accepted-repair',
      'caller accepts': 'accepted-repair',
      'caller thanks': 'accepted-repair',
    }),
    'decline-gift': say('refuse-hospitality/decline-gift', {
      'agent said it': 'declined-with-thanks',
      'caller insists': 'point-to-praise',
      'caller accepts': 'declined-with-thanks',
    }),
    'point-to-praise': say('refuse-hospitality/point-to-praise', {
      'agent said it': 'declined-with-thanks',
      'caller accepts': 'declined-with-thanks',
    }),
    'declined-with-thanks': end('declined-with-thanks'),
    'accepted-repair': end('accepted-repair'),
  },
})
