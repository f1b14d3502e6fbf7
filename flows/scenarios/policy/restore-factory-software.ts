import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** A new hard disk comes without the old system, and the caller asks for it to be installed. */
export default scenario({
  id: 'restore-factory-software',
  initial: 'check-preinstall-evidence',
  findOut: ['packingListSystem', 'systemDisc', 'systemOrigin'],
  steps: {
    'check-preinstall-evidence': ask('restore-factory-software/check-preinstall-evidence', 'packingListSystem', 'judge-preinstall', {
      'caller does not know': 'ask-licence',
      'caller says it came with a system': 'ask-licence',
      'caller has a genuine system': 'help-genuine',
      'caller offers a pirated disc': 'refuse-kindly',
    }),
    'judge-preinstall': decide([
      { when: is('packingListSystem', true), go: 'offer-factory-state' },
      { go: 'ask-licence' },
    ]),
    'ask-licence': ask('restore-factory-software/ask-licence', 'systemDisc', 'judge-licence', {
      'caller does not know': 'explain-policy-and-seek-understanding',
      'caller has a genuine system': 'help-genuine',
      'caller offers a pirated disc': 'refuse-kindly',
    }),
    'judge-licence': decide([
      { when: is('systemDisc', 'genuine'), go: 'help-genuine' },
      { when: is('systemDisc', 'pirated'), go: 'refuse-kindly' },
      { go: 'explain-policy-and-seek-understanding' },
    ]),
    'explain-policy-and-seek-understanding': say('restore-factory-software/explain-policy-and-seek-understanding', {
      'agent said it': 'explain-copyright',
      'caller says it came with a system': 'explain-dealer-duty',
    }),
    'explain-copyright': say('restore-factory-software/explain-copyright', {
      'agent said it': 'explain-dealer-duty',
      'caller has a genuine system': 'help-genuine',
      'caller offers a pirated disc': 'refuse-kindly',
      'caller says it came with a system': 'explain-dealer-duty',
    }),
    'explain-dealer-duty': say('restore-factory-software/explain-dealer-duty', {
      'caller accepts': 'referred-to-dealer',
      'caller says it came with a system': 'referred-to-dealer',
      'caller refuses': 'offer-factory-state',
      'caller offers a pirated disc': 'refuse-kindly',
    }),
    'refuse-kindly': say('restore-factory-software/refuse-kindly', { 'agent said it': 'tell-genuine-ways' }),
    'tell-genuine-ways': say('restore-factory-software/tell-genuine-ways', {
      'caller accepts': 'told-general-steps',
      'caller wants to think': 'told-general-steps',
      'caller insists': 'offer-factory-state',
    }),
    'help-genuine': say('restore-factory-software/help-genuine', {
      'caller accepts': 'genuine-installed',
      'agent said it': 'remind-backup-genuine',
    }),
    'remind-backup-genuine': say('restore-factory-software/remind-backup', { 'agent said it': 'genuine-installed' }),
    'offer-factory-state': say('restore-factory-software/offer-factory-state', {
      'caller accepts': 'remind-backup',
      'caller refuses': 'explain-dealer-duty',
      'agent said it': 'remind-backup',
    }),
    'remind-backup': say('restore-factory-software/remind-backup', { 'agent said it': 'restored-to-factory' }),
    'genuine-installed': end('genuine-installed'),
    'restored-to-factory': end('restored-to-factory'),
    'referred-to-dealer': end('referred-to-dealer'),
    'told-general-steps': end('told-general-steps'),
  },
})
