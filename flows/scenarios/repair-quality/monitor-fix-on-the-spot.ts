import { end, say, scenario } from '../../dialogue.ts'

/** The caller wants the monitor fixed where it stands. */
export default scenario({
  id: 'monitor-fix-on-the-spot',
  initial: 'acknowledge-urgency',
  findOut: ['faultyPartIsMonitor', 'monitorLoaner', 'loanerModelAccepted'],
  steps: {
    'acknowledge-urgency': say('monitor-fix-on-the-spot/acknowledge-urgency', {
      'agent said it': 'explain-complexity',
      'caller dislikes the loan model': 'explain-loan-model',
    }),
    'explain-complexity': say('monitor-fix-on-the-spot/explain-complexity', {
      'agent said it': 'explain-take-away',
      'caller insists on repair on the spot': 'explain-danger',
    }),
    'explain-danger': say('monitor-fix-on-the-spot/explain-danger', { 'agent said it': 'explain-take-away' }),
    'explain-take-away': say('monitor-fix-on-the-spot/explain-take-away', { 'agent said it': 'explain-long-run' }),
    'explain-long-run': say('monitor-fix-on-the-spot/explain-long-run', {
      'caller accepts': 'provide-loaner',
      'caller needs the machine now': 'provide-loaner',
      'caller insists on repair on the spot': 'provide-loaner',
      'caller refuses': 'respect-refusal',
    }),
    'provide-loaner': say('monitor-fix-on-the-spot/provide-loaner', {
      'caller accepts': 'tell-pickup-terms',
      'caller dislikes the loan model': 'explain-loan-model',
      'caller refuses': 'respect-refusal',
    }),
    'explain-loan-model': say('monitor-fix-on-the-spot/explain-loan-model', {
      'caller accepts': 'tell-pickup-terms',
      'caller needs the machine now': 'provide-loaner',
      'caller refuses': 'respect-refusal',
    }),
    'tell-pickup-terms': say('monitor-fix-on-the-spot/tell-pickup-terms', { 'agent said it': 'taken-to-station-with-loaner' }),
    'respect-refusal': say('monitor-fix-on-the-spot/respect-refusal', { 'agent said it': 'on-site-declined', 'caller accepts': 'tell-pickup-terms' }),
    'taken-to-station-with-loaner': end('taken-to-station-with-loaner'),
    'on-site-declined': end('on-site-declined'),
  },
})
