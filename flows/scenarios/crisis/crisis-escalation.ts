import { ask, end, say, scenario } from '../../dialogue.ts'

/** A complaint that may turn into a crisis: who steadies the caller and who is told. */
export default scenario({
  id: 'crisis-escalation',
  initial: 'receive-first',
  findOut: ['crisisKind', 'crisisStage', 'crisisContact'],
  steps: {
    'receive-first': say('crisis-escalation/receive-first', {
      'agent said it': 'supervisor-talks',
      'life is in danger': 'protect-life',
      'caller sues or sends lawyers': 'note-legal-claim',
      'crowd gathers': 'seat-and-register',
      'staff or tools are held': 'avoid-conflict',
    }),
    'protect-life': say('crisis-escalation/protect-life', {
      'agent said it': 'call-help-for-caller',
      'caller calms down': 'call-help-for-caller',
    }),
    'call-help-for-caller': say('crisis-escalation/call-help-for-caller', { 'agent said it': 'escalated' }),
    'supervisor-talks': say('crisis-escalation/supervisor-talks', {
      'agent said it': 'set-initial-plan',
      'caller sues or sends lawyers': 'note-legal-claim',
      'crowd gathers': 'seat-and-register',
      'staff or tools are held': 'avoid-conflict',
      'settled on the spot': 'report-for-the-record',
    }),
    'set-initial-plan': say('crisis-escalation/set-initial-plan', {
      'agent said it': 'coordinate',
      'settled on the spot': 'report-for-the-record',
      'caller sues or sends lawyers': 'note-legal-claim',
      'life is in danger': 'protect-life',
    }),
    coordinate: ask('crisis-escalation/coordinate', 'crisisContact', 'decision', {
      'caller does not know': 'decision',
    }),
    decision: ask('crisis-escalation/decision', 'callbackTime', 'keep-informed', {
      'caller does not know': 'report-without-hour',
    }),
    'report-without-hour': say('crisis-escalation/report-without-hour', { 'agent said it': 'escalated' }),
    'keep-informed': say('crisis-escalation/keep-informed', {
      'agent said it': 'escalated',
      'settled on the spot': 'report-for-the-record',
    }),
    'note-legal-claim': say('crisis-escalation/note-legal-claim', {
      'agent said it': 'escalated',
      'caller insists': 'escalated',
    }),
    'seat-and-register': say('crisis-escalation/seat-and-register', {
      'agent said it': 'escalated',
      'caller calms down': 'escalated',
    }),
    'avoid-conflict': say('crisis-escalation/avoid-conflict', {
      'agent said it': 'escalated',
      'caller still upset': 'escalated',
    }),
    'report-for-the-record': say('crisis-escalation/report-for-the-record', { 'agent said it': 'closed' }),
    escalated: end('escalated'),
    closed: end('closed'),
  },
})
