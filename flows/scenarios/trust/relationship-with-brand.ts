import { reportUpward } from '../../common/passages.ts'
import { end, say, scenario } from '../../dialogue.ts'

/** The caller asks who we are to the brand, and who answers for the service. */
export default scenario({
  id: 'relationship-with-brand',
  initial: 'answer-honestly',
  findOut: ['identityPurpose', 'serviceChannel', 'feeOrVisitInvolved', 'suspiciousContact'],
  steps: {
    'answer-honestly': say('relationship-with-brand/answer-honestly', {
      'agent said it': 'state-who-is-responsible',
      'caller asks if official or authorised': 'state-who-is-responsible',
      'caller fears being passed around': 'state-who-is-responsible',
      'caller asks about the contract': 'decline-contract',
      'caller suspects a fake service': 'offer-verification',
      'caller was cheated by a fake': 'comfort-the-cheated',
    }),
    'decline-contract': say('relationship-with-brand/decline-contract', { 'agent said it': 'state-who-is-responsible' }),
    'state-who-is-responsible': say('relationship-with-brand/state-who-is-responsible', {
      'agent said it': 'offer-verification',
      'caller asks who employs the agent': 'answer-honestly',
      'caller wants the maker itself': 'give-official-channel',
      'caller suspects a fake service': 'offer-verification',
    }),
    'offer-verification': say('relationship-with-brand/offer-verification', {
      'agent said it': 'warn-of-fake',
      'caller wants official proof': 'take-proof-request',
      'caller was cheated by a fake': 'comfort-the-cheated',
    }),
    'warn-of-fake': say('relationship-with-brand/warn-of-fake', {
      'agent said it': 'return-to-need',
      'caller was cheated by a fake': 'comfort-the-cheated',
    }),
    'return-to-need': say('relationship-with-brand/return-to-need', {
      'caller accepts': 'resolved',
      'caller has nothing else': 'resolved',
      'caller wants official proof': 'take-proof-request',
    }),
    'comfort-the-cheated': say('relationship-with-brand/comfort-the-cheated', { 'agent said it': 'keep-evidence' }),
    'keep-evidence': say('relationship-with-brand/keep-evidence', { 'agent said it': 'complaint-recorded' }),
    'give-official-channel': say('relationship-with-brand/give-official-channel', {
      'caller accepts': 'complaint-recorded',
      'caller insists': 'complaint-recorded',
      'caller wants official proof': 'take-proof-request',
    }),
    'take-proof-request': say('relationship-with-brand/take-proof-request', { 'agent said it': 'report-upward' }),
    ...reportUpward('escalated'),
    resolved: end('resolved'),
    'complaint-recorded': end('complaint-recorded'),
    escalated: end('escalated'),
  },
})
