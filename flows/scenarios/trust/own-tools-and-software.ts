import { sendIn } from '../../common/passages.ts'
import { end, say, scenario } from '../../dialogue.ts'

/** The caller is wary of the tools and software that we bring or ask him to run. */
export default scenario({
  id: 'own-tools-and-software',
  initial: 'name-the-tool',
  findOut: ['serviceTool', 'toolWorry', 'toolSource', 'toolConsent', 'sensitiveData'],
  steps: {
    'name-the-tool': say('own-tools-and-software/name-the-tool', {
      'agent said it': 'state-what-it-touches',
      'caller fears a virus': 'answer-virus',
      'caller suspects a scam': 'stop-and-warn',
      'employer forbids outside tools': 'offer-alternative',
    }),
    'state-what-it-touches': say('own-tools-and-software/state-what-it-touches', {
      'agent said it': 'get-consent-and-backup',
      'caller suspects pirated software': 'name-the-tool',
      'caller fears for privacy': 'answer-privacy',
      'caller fears the tool loses data': 'answer-data-loss',
      'caller suspects a scam': 'stop-and-warn',
    }),
    'answer-virus': say('own-tools-and-software/answer-virus', { 'agent said it': 'get-consent-and-backup', 'caller refuses': 'offer-manual-check' }),
    'answer-data-loss': say('own-tools-and-software/answer-data-loss', {
      'agent said it': 'get-consent-and-backup',
      'caller accepts': 'get-consent-and-backup',
      'caller refuses': 'offer-manual-check',
    }),
    'answer-privacy': say('own-tools-and-software/answer-privacy', { 'agent said it': 'let-customer-watch', 'caller refuses': 'offer-manual-check' }),
    'get-consent-and-backup': say('own-tools-and-software/get-consent-and-backup', {
      'caller accepts': 'let-customer-watch',
      'caller refuses': 'offer-manual-check',
      'employer forbids outside tools': 'offer-alternative',
      'caller fears for privacy': 'answer-privacy',
    }),
    'let-customer-watch': say('own-tools-and-software/let-customer-watch', {
      'agent said it': 'use-and-remove',
      'caller refuses': 'offer-manual-check',
    }),
    'use-and-remove': say('own-tools-and-software/use-and-remove', {
      'nothing is left behind': 'resolved',
      'caller wants a copy of the tool': 'give-official-copy',
      'caller doubts it': 'show-removal',
    }),
    'give-official-copy': say('own-tools-and-software/give-official-copy', { 'agent said it': 'use-and-remove', 'nothing is left behind': 'resolved' }),
    'show-removal': say('own-tools-and-software/show-removal', { 'nothing is left behind': 'resolved', 'caller doubts it': 'suggest-send-in' }),
    'offer-alternative': say('own-tools-and-software/offer-alternative', {
      'caller accepts': 'let-customer-watch',
      'caller prefers sending in': 'arrange-send-in',
      'caller refuses': 'offer-manual-check',
    }),
    'offer-manual-check': say('own-tools-and-software/offer-manual-check', {
      'caller accepts': 'guided-by-phone',
      'manual check finds nothing': 'suggest-send-in',
      'caller prefers sending in': 'arrange-send-in',
    }),
    'suggest-send-in': say('own-tools-and-software/suggest-send-in', {
      'caller accepts': 'arrange-send-in',
      'caller gives it a try': 'get-consent-and-backup',
    }),
    ...sendIn('sent-in'),
    'stop-and-warn': say('own-tools-and-software/stop-and-warn', { 'agent said it': 'report-suspicion' }),
    'report-suspicion': say('own-tools-and-software/report-suspicion', { 'agent said it': 'escalated' }),
    resolved: end('resolved'),
    'guided-by-phone': end('guided-by-phone'),
    'sent-in': end('sent-in'),
    escalated: end('escalated'),
  },
})
