import { ask, end, say, scenario, switchTo } from '../../dialogue.ts'

/** The question lies outside the service scope; give the caller a way that leads on. */
export default scenario({
  id: 'out-of-scope-question',
  initial: 'acknowledge',
  findOut: ['outsideQuestion', 'outsideTrade', 'outsideContact'],
  steps: {
    acknowledge: ask('out-of-scope-question/acknowledge', 'outsideQuestion', 'explain-scope', {
      'caller does not know': 'explain-scope',
      'another department handles it': 'passed-around-departments',
    }),
    'explain-scope': say('out-of-scope-question/explain-scope', {
      'agent said it': 'find-a-way',
      'another department handles it': 'passed-around-departments',
    }),
    'find-a-way': ask('out-of-scope-question/find-a-way', 'outsideContact', 'give-number', {
      'number not found': 'point-the-way',
      'caller refuses': 'ask-if-other',
      'another department handles it': 'passed-around-departments',
    }),
    'give-number': say('out-of-scope-question/give-number', {
      'agent said it': 'ask-if-other',
      'caller thanks': 'closed',
      'caller did not catch it': 'give-number',
    }),
    'point-the-way': say('out-of-scope-question/point-the-way', {
      'agent said it': 'ask-if-other',
      'caller has nothing else': 'closed',
    }),
    'ask-if-other': say('out-of-scope-question/ask-if-other', {
      'caller has nothing else': 'closed',
      'caller thanks': 'closed',
    }),
    closed: end('closed'),
    'passed-around-departments': switchTo('passed-around-departments'),
  },
})
