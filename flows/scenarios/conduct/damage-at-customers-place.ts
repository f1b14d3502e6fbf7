import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** Something in the caller's home was damaged during service. */
export default scenario({
  id: 'damage-at-customers-place',
  initial: 'apologise-sincerely',
  findOut: ['damageVisit', 'damagedItem', 'damageSeen', 'damageSigned', 'damageExtent', 'damageDemand', 'someoneHurt'],
  steps: {
    'apologise-sincerely': say('damage-at-customers-place/apologise-sincerely', {
      'agent said it': 'secure-and-record',
      'person hurt at the visit': 'care-first',
      'staff or tools held over damage': 'station-head-comes',
    }),
    'secure-and-record': ask('damage-at-customers-place/secure-and-record', 'damagedItem', 'ask-visit', {
      'person hurt at the visit': 'care-first',
      'damage is disputed': 'collect-both-sides',
      'caller does not know': 'ask-visit',
    }),
    'ask-visit': ask('damage-at-customers-place/ask-visit', 'damageVisit', 'acknowledge-responsibility-rule', {
      'person hurt at the visit': 'care-first',
      'caller does not know': 'acknowledge-responsibility-rule',
    }),
    'care-first': say('damage-at-customers-place/care-first', { 'agent said it': 'emergency' }),
    'acknowledge-responsibility-rule': say('damage-at-customers-place/acknowledge-responsibility-rule', {
      'agent said it': 'verify-with-engineer',
      'caller wants a figure now': 'no-figure-yet',
      'caller wants a written pledge': 'station-writes-it',
    }),
    'verify-with-engineer': say('damage-at-customers-place/verify-with-engineer', {
      'agent said it': 'ask-extent',
      'damage is disputed': 'collect-both-sides',
      'item is precious': 'supervisor-talks-it-over',
      'staff or tools held over damage': 'station-head-comes',
    }),
    'ask-extent': ask('damage-at-customers-place/ask-extent', 'damageExtent', 'propose-remedy', {
      'damage can be cleaned': 'arrange-cleaning',
      'damage can be mended': 'arrange-mending',
      'damage is beyond repair': 'ask-purchase-proof',
      'item is precious': 'supervisor-talks-it-over',
      'caller does not know': 'propose-remedy',
    }),
    'propose-remedy': say('damage-at-customers-place/propose-remedy', {
      'damage can be cleaned': 'arrange-cleaning',
      'damage can be mended': 'arrange-mending',
      'damage is beyond repair': 'ask-purchase-proof',
      'caller wants a figure now': 'no-figure-yet',
      'caller accepts': 'judge-extent',
    }),
    'judge-extent': decide([
      { when: is('damageExtent', 'repair'), go: 'arrange-mending' },
      { when: is('damageExtent', 'replace'), go: 'ask-purchase-proof' },
      { when: is('damageExtent', 'injury'), go: 'care-first' },
      { go: 'arrange-cleaning' },
    ]),
    'arrange-cleaning': ask('damage-at-customers-place/arrange-cleaning', 'visitTime', 'confirm-cleaning', {
      'caller accepts apology and cleaning': 'repaired-on-site',
      'caller does not know': 'follow-up',
    }),
    'confirm-cleaning': say('damage-at-customers-place/confirm-cleaning', {
      'agent said it': 'repaired-on-site',
      'caller wants a figure now': 'no-figure-yet',
    }),
    'arrange-mending': ask('damage-at-customers-place/arrange-mending', 'visitTime', 'confirm-mending', {
      'caller does not know': 'follow-up',
    }),
    'confirm-mending': say('damage-at-customers-place/confirm-mending', { 'agent said it': 'repair-arranged' }),
    'ask-purchase-proof': ask('damage-at-customers-place/ask-purchase-proof', 'callbackTime', 'follow-up', {
      'caller wants a figure now': 'no-figure-yet',
      'caller does not know': 'no-figure-yet',
    }),
    'follow-up': say('damage-at-customers-place/follow-up', {
      'agent said it': 'compensation-pending',
      'caller wants a written pledge': 'station-writes-it',
    }),
    'no-figure-yet': say('damage-at-customers-place/no-figure-yet', {
      'agent said it': 'compensation-pending',
      'caller accepts': 'compensation-pending',
    }),
    'collect-both-sides': say('damage-at-customers-place/collect-both-sides', {
      'agent said it': 'escalated',
      'caller still upset': 'escalated',
    }),
    'supervisor-talks-it-over': say('damage-at-customers-place/supervisor-talks-it-over', {
      'agent said it': 'escalated',
      'caller accepts': 'escalated',
    }),
    'station-head-comes': say('damage-at-customers-place/station-head-comes', {
      'agent said it': 'escalated',
      'caller calms down': 'escalated',
    }),
    'station-writes-it': say('damage-at-customers-place/station-writes-it', {
      'agent said it': 'escalated',
      'caller insists': 'escalated',
    }),
    'repaired-on-site': end('repaired-on-site'),
    'repair-arranged': end('repair-arranged'),
    'compensation-pending': end('compensation-pending'),
    emergency: end('emergency'),
    escalated: end('escalated'),
  },
})
