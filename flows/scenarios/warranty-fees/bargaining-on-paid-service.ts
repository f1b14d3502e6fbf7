import { reportUpward, sendIn } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller asks for a discount on a paid repair. */
export default scenario({
  id: 'bargaining-on-paid-service',
  initial: 'empathise',
  findOut: ['bargainStage', 'feeItems', 'entitlement', 'dearReason', 'cheaperRoute', 'invoiceWish'],
  steps: {
    empathise: ask('bargaining-on-paid-service/empathise', 'dearReason', 'break-down-price', {
      'caller asks for a discount': 'check-entitlements',
      'caller cites street price': 'break-down-price',
      'caller offers no invoice': 'state-one-price',
      'looks like a settings problem': 'try-by-phone',
      'caller is a loyal customer': 'check-entitlements',
      'caller is hard up': 'apply-relief',
      'repair nears machine value': 'compare-repair-and-new',
      'caller will not pay after repair': 'go-over-the-slip',
      'caller does not know': 'break-down-price',
    }),
    'break-down-price': say('bargaining-on-paid-service/break-down-price', {
      'agent said it': 'state-one-price',
      'caller asks for a discount': 'check-entitlements',
      'caller cites street price': 'state-one-price',
      'looks like a settings problem': 'try-by-phone',
      'repair nears machine value': 'compare-repair-and-new',
    }),
    'state-one-price': say('bargaining-on-paid-service/state-one-price', {
      'agent said it': 'check-entitlements',
      'caller offers no invoice': 'check-entitlements',
      'caller is a loyal customer': 'check-entitlements',
      'caller is hard up': 'apply-relief',
    }),
    'check-entitlements': ask('bargaining-on-paid-service/check-entitlements', 'entitlement', 'judge-entitlement', {
      'caller does not know': 'offer-cheaper-route',
      'checked and eligible': 'confirm-or-decline',
      'checked and not eligible': 'offer-cheaper-route',
    }),
    'judge-entitlement': decide([
      { when: is('entitlement', 'present'), go: 'confirm-or-decline' },
      { go: 'offer-cheaper-route' },
    ]),
    'offer-cheaper-route': ask('bargaining-on-paid-service/offer-cheaper-route', 'cheaperRoute', 'judge-route', {
      'caller prefers sending in': 'arrange-send-in',
      'looks like a settings problem': 'try-by-phone',
      'caller prefers a visit': 'compare-visit-and-send',
      'caller refuses': 'confirm-or-decline',
      'caller does not know': 'confirm-or-decline',
    }),
    'judge-route': decide([
      { when: is('cheaperRoute', 'sendIn'), go: 'arrange-send-in' },
      { when: is('cheaperRoute', 'phone'), go: 'try-by-phone' },
      { go: 'compare-visit-and-send' },
    ]),
    ...sendIn('sent-in'),
    'compare-visit-and-send': say('bargaining-on-paid-service/compare-visit-and-send', {
      'caller prefers sending in': 'arrange-send-in',
      'caller prefers a visit': 'confirm-or-decline',
      'caller accepts': 'confirm-or-decline',
      'caller drops the repair': 'respect-decline',
    }),
    'try-by-phone': say('bargaining-on-paid-service/try-by-phone', {
      'guidance solved it': 'guided-by-phone',
      'guidance did not solve it': 'offer-cheaper-route',
      'caller refuses': 'offer-cheaper-route',
    }),
    'compare-repair-and-new': say('bargaining-on-paid-service/compare-repair-and-new', {
      'caller accepts': 'confirm-or-decline',
      'caller drops the repair': 'declined',
      'caller wants to think': 'declined',
    }),
    'confirm-or-decline': say('bargaining-on-paid-service/confirm-or-decline', {
      'caller accepts': 'settle-details',
      'caller drops the repair': 'respect-decline',
      'caller will not pay after repair': 'go-over-the-slip',
      'caller asks for a discount': 'check-entitlements',
      'caller wants to think': 'respect-decline',
    }),
    'settle-details': say('bargaining-on-paid-service/settle-details', {
      'agent said it': 'paid',
    }),
    'respect-decline': say('bargaining-on-paid-service/respect-decline', {
      'agent said it': 'declined',
      'caller accepts': 'settle-details',
    }),
    'apply-relief': ask('bargaining-on-paid-service/apply-relief', 'callbackTime', 'escalated', {
      'caller refuses': 'report-upward',
      'caller accepts': 'report-upward',
    }),
    'go-over-the-slip': say('bargaining-on-paid-service/go-over-the-slip', {
      'caller accepts': 'paid',
      'caller will not pay after repair': 'report-upward',
      'caller refuses': 'report-upward',
    }),
    ...reportUpward('escalated'),
    paid: end('paid'),
    'sent-in': end('sent-in'),
    'guided-by-phone': end('guided-by-phone'),
    declined: end('declined'),
    escalated: end('escalated'),
  },
})
