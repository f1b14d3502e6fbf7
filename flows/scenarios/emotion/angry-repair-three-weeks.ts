import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { atLeast, is, unknown } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

const demands = {
  'caller demands compensation': 'loss-compensation-claim',
  'caller wants to complain': 'report-upward',
} as const

/** Three weeks in repair without a word; the caller wants the machine today or compensation. */
export default scenario({
  id: 'angry-repair-three-weeks',
  initial: 'accept-and-apologise',
  findOut: ['repairDays', 'promisedDay', 'ticketNumber', 'repairStage', 'repairUrgency'],
  steps: {
    'accept-and-apologise': say('angry-repair-three-weeks/accept-and-apologise', {
      'agent said it': 'judge-days',
      ...demands,
    }),
    'judge-days': decide([
      { when: atLeast('repairDays', 'longRepairDays'), go: 'sympathise-with-weeks' },
      { go: 'sympathise' },
    ]),
    'sympathise-with-weeks': say('angry-repair-three-weeks/sympathise-with-weeks', {
      'agent said it': 'check-ticket',
      ...demands,
    }),
    sympathise: say('angry-repair-three-weeks/sympathise', { 'agent said it': 'check-ticket', ...demands }),
    'check-ticket': decide([{ when: unknown('ticketNumber'), go: 'ask-ticket' }, { go: 'look-up-progress' }]),
    'ask-ticket': ask('angry-repair-three-weeks/ask-ticket', 'ticketNumber', 'look-up-progress', {
      'caller does not know': 'look-up-progress',
    }),
    'look-up-progress': ask('angry-repair-three-weeks/look-up-progress', 'repairStage', 'judge-stage', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'judge-stage': decide([{ when: is('repairStage', 'ready'), go: 'tell-pickup' }, { go: 'ask-urgency' }]),
    'tell-pickup': say('angry-repair-three-weeks/tell-pickup', {
      'agent said it': 'pickup',
      'caller did not catch it': 'tell-pickup',
    }),
    'ask-urgency': ask('angry-repair-three-weeks/ask-urgency', 'repairUrgency', 'settle-ready-time', {
      'caller does not know': 'settle-ready-time',
      ...demands,
    }),
    'settle-ready-time': ask('angry-repair-three-weeks/settle-ready-time', 'readyTime', 'tell-solution', {
      'cannot be settled now': 'ask-callback-time',
    }),
    'tell-solution': say('angry-repair-three-weeks/tell-solution', {
      'agent said it': 'judge-part',
      'caller did not catch it': 'tell-solution',
      'caller insists': 'explain-not-today',
      ...demands,
    }),
    'explain-not-today': say('angry-repair-three-weeks/explain-not-today', {
      'agent said it': 'judge-part',
      ...demands,
    }),
    'judge-part': decide([
      { when: is('repairStage', 'part'), go: 'offer-loaner-request' },
      { go: 'apologise-again-and-thank' },
    ]),
    'offer-loaner-request': say('angry-repair-three-weeks/offer-loaner-request', {
      'caller accepts': 'ask-callback-time',
      'caller refuses': 'apologise-again-and-thank',
    }),
    'apologise-again-and-thank': say('angry-repair-three-weeks/apologise-again-and-thank', {
      'agent said it': 'callback-promised',
      'caller thanks': 'callback-promised',
      ...demands,
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'loss-compensation-claim': switchTo('loss-compensation-claim'),
    pickup: end('pickup'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
