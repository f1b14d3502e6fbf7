import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

const causes = {
  'caller waited too long': 'angry-long-queue',
  'caller says the bill is wrong': 'angry-wrong-bill',
  'caller says the repair drags on': 'angry-repair-three-weeks',
  'caller wants someone fired': 'angry-fire-the-agent',
  'caller threatens to expose or sue': 'crisis-escalation',
} as const

/** A furious call, taken in six steps: apologise, explain, sympathise, solve, apologise again, thank. */
export default scenario({
  id: 'angry-caller',
  initial: 'accept-and-apologise',
  findOut: ['angerReason', 'angerOurFault', 'angerThreat'],
  steps: {
    'accept-and-apologise': say('angry-caller/accept-and-apologise', {
      'agent said it': 'ask-anger-reason',
      'caller angry': 'sympathise',
      ...causes,
    }),
    'ask-anger-reason': ask('angry-caller/ask-anger-reason', 'angerReason', 'judge-reason', {
      'caller does not know': 'explain-reason',
      'caller angry': 'sympathise',
      ...causes,
    }),
    'judge-reason': decide([
      { when: is('angerReason', 'wait'), go: 'angry-long-queue' },
      { when: is('angerReason', 'bill'), go: 'angry-wrong-bill' },
      { when: is('angerReason', 'repair'), go: 'angry-repair-three-weeks' },
      { go: 'explain-reason' },
    ]),
    'explain-reason': say('angry-caller/explain-reason', {
      'agent said it': 'sympathise',
      'caller wants someone fired': 'angry-fire-the-agent',
    }),
    sympathise: say('angry-caller/sympathise', {
      'agent said it': 'tell-solution',
      'caller calms down': 'tell-solution',
      ...causes,
    }),
    'tell-solution': say('angry-caller/tell-solution', {
      'caller accepts': 'apologise-again',
      'caller calms down': 'confirm-plan',
      'caller refuses': 'report-upward',
      'cannot be settled now': 'ask-callback-time',
    }),
    'confirm-plan': say('angry-caller/confirm-plan', { 'agent said it': 'closed', 'caller thanks': 'thank' }),
    'apologise-again': say('angry-caller/apologise-again', {
      'agent said it': 'thank',
      'caller still upset': 'report-upward',
    }),
    thank: say('angry-caller/thank', { 'agent said it': 'closed', 'caller thanks': 'closed' }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'angry-long-queue': switchTo('angry-long-queue'),
    'angry-wrong-bill': switchTo('angry-wrong-bill'),
    'angry-repair-three-weeks': switchTo('angry-repair-three-weeks'),
    'angry-fire-the-agent': switchTo('angry-fire-the-agent'),
    'crisis-escalation': switchTo('crisis-escalation'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
