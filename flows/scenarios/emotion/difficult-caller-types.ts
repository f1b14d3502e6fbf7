import { promiseCallback, reportUpward } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario, switchTo } from '../../dialogue.ts'

/** Habitual complaint, rudeness, insistence, hesitation: recognise the type and agree all the same. */
export default scenario({
  id: 'difficult-caller-types',
  initial: 'identify-type',
  findOut: ['callerType', 'realWish'],
  steps: {
    'identify-type': ask('difficult-caller-types/identify-type', 'callerType', 'confirm-need', {
      'caller does not know': 'confirm-need',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'confirm-need': ask('difficult-caller-types/confirm-need', 'realWish', 'judge-type', {
      'caller does not know': 'judge-type',
      'caller asks for a supervisor': 'demands-supervisor',
    }),
    'judge-type': decide([
      { when: is('callerType', 'complains'), go: 'give-progress' },
      { when: is('callerType', 'superior'), go: 'demands-supervisor' },
      { when: is('callerType', 'rude'), go: 'stay-with-the-matter' },
      { when: is('callerType', 'hesitant'), go: 'advise-hesitant' },
      { go: 'adapt' },
    ]),
    'give-progress': say('difficult-caller-types/give-progress', {
      'agent said it': 'complaint-three-steps',
      'caller calms down': 'agree',
    }),
    'stay-with-the-matter': say('difficult-caller-types/stay-with-the-matter', {
      'caller calms down': 'adapt',
      'caller accepts': 'adapt',
      'caller still upset': 'bring-in-supervisor',
    }),
    'bring-in-supervisor': say('difficult-caller-types/bring-in-supervisor', {
      'agent said it': 'report-upward',
      'caller calms down': 'adapt',
    }),
    adapt: say('difficult-caller-types/adapt', {
      'caller prefers a visit': 'agree',
      'caller prefers sending in': 'agree',
      'caller accepts': 'agree',
      'caller wants to think': 'advise-hesitant',
      'caller refuses': 'report-upward',
    }),
    'advise-hesitant': say('difficult-caller-types/advise-hesitant', {
      'caller accepts': 'confirm-advice',
      'caller wants to think': 'ask-callback-time',
      'caller refuses': 'adapt',
    }),
    'confirm-advice': ask('difficult-caller-types/confirm-advice', 'callbackTime', 'agree', {
      'caller does not know': 'agree',
      'caller thanks': 'closed',
    }),
    agree: say('difficult-caller-types/agree', {
      'caller accepts': 'closed',
      'caller thanks': 'closed',
      'caller refuses': 'adapt',
    }),
    ...promiseCallback('callback-promised'),
    ...reportUpward('escalated'),
    'complaint-three-steps': switchTo('complaint-three-steps'),
    'demands-supervisor': switchTo('demands-supervisor'),
    closed: end('closed'),
    'callback-promised': end('callback-promised'),
    escalated: end('escalated'),
  },
})
