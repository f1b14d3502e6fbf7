import { reportUpward } from '../../common/passages.ts'
import { end, say, scenario, switchTo } from '../../dialogue.ts'

/** The caller blames the agent alone and wants the agent fired. */
export default scenario({
  id: 'angry-fire-the-agent',
  initial: 'accept-and-apologise',
  findOut: ['blamedDeedBy', 'blamedDeedHarm'],
  steps: {
    'accept-and-apologise': say('angry-fire-the-agent/accept-and-apologise', {
      'agent said it': 'ask-for-understanding',
      'caller calms down': 'tell-solution',
      'caller asks for a supervisor': 'demands-supervisor',
      'caller abuses the agent': 'remind-calmly',
    }),
    'ask-for-understanding': say('angry-fire-the-agent/ask-for-understanding', {
      'agent said it': 'tell-solution',
      'caller calms down': 'tell-solution',
      'caller asks for a supervisor': 'demands-supervisor',
      'caller abuses the agent': 'remind-calmly',
      'caller insists on dismissal': 'report-upward',
    }),
    'tell-solution': say('angry-fire-the-agent/tell-solution', {
      'agent said it': 'commit-to-improve',
      'caller accepts': 'commit-to-improve',
      'caller calms down': 'commit-to-improve',
      'caller asks for a supervisor': 'demands-supervisor',
      'caller insists on dismissal': 'report-upward',
    }),
    'commit-to-improve': say('angry-fire-the-agent/commit-to-improve', {
      'agent said it': 'thank',
      'caller calms down': 'thank',
      'caller insists on dismissal': 'report-upward',
    }),
    thank: say('angry-fire-the-agent/thank', { 'agent said it': 'closed', 'caller calms down': 'closed' }),
    'remind-calmly': say('angry-fire-the-agent/remind-calmly', {
      'caller calms down': 'tell-solution',
      'caller abuses the agent': 'difficult-caller-types',
      'caller asks for a supervisor': 'demands-supervisor',
      'caller insists on dismissal': 'report-upward',
    }),
    ...reportUpward('escalated'),
    closed: end('closed'),
    escalated: end('escalated'),
    'demands-supervisor': switchTo('demands-supervisor'),
    'difficult-caller-types': switchTo('difficult-caller-types'),
  },
})
