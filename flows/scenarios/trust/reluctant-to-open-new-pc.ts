import { bookVisit } from '../../common/passages.ts'
import { end, say, scenario } from '../../dialogue.ts'

/** The caller will not have the new machine opened. */
export default scenario({
  id: 'reluctant-to-open-new-pc',
  initial: 'acknowledge-cherishing',
  findOut: ['daysOwned', 'openingNeed', 'openingWorry', 'canWatchRepair'],
  steps: {
    'acknowledge-cherishing': say('reluctant-to-open-new-pc/acknowledge-cherishing', {
      'agent said it': 'explain-opening-harmless',
      'caller refuses to have it opened': 'explain-opening-harmless',
      'caller fears opening lowers quality': 'compare-with-blocks',
    }),
    'explain-opening-harmless': say('reluctant-to-open-new-pc/explain-opening-harmless', {
      'agent said it': 'explain-necessity',
      'caller fears opening lowers quality': 'compare-with-blocks',
    }),
    'compare-with-blocks': say('reluctant-to-open-new-pc/compare-with-blocks', { 'agent said it': 'explain-necessity' }),
    'explain-necessity': say('reluctant-to-open-new-pc/explain-necessity', {
      'agent said it': 'promise-care',
      'caller fears parts get swapped': 'explain-part-list',
      'caller refuses to have it opened': 'promise-care',
    }),
    'explain-part-list': say('reluctant-to-open-new-pc/explain-part-list', { 'agent said it': 'promise-care' }),
    'promise-care': say('reluctant-to-open-new-pc/promise-care', {
      'agent said it': 'invite-supervision',
      'caller doubts it': 'invite-supervision',
      'caller fears parts get swapped': 'explain-part-list',
    }),
    'invite-supervision': say('reluctant-to-open-new-pc/invite-supervision', {
      'caller lets the engineer open it': 'tell-to-check-after',
      'caller accepts': 'book-visit',
      'caller doubts it': 'state-warranty-kept',
      'caller refuses to have it opened': 'try-by-phone-first',
    }),
    'state-warranty-kept': say('reluctant-to-open-new-pc/state-warranty-kept', {
      'caller lets the engineer open it': 'tell-to-check-after',
      'caller accepts': 'book-visit',
      'caller refuses to have it opened': 'try-by-phone-first',
    }),
    'try-by-phone-first': say('reluctant-to-open-new-pc/try-by-phone-first', { 'agent said it': 'leave-door-open' }),
    'leave-door-open': say('reluctant-to-open-new-pc/leave-door-open', { 'agent said it': 'paused-by-customer', 'caller accepts': 'book-visit' }),
    'tell-to-check-after': say('reluctant-to-open-new-pc/tell-to-check-after', { 'agent said it': 'accepted-repair' }),
    ...bookVisit('note-on-order'),
    'note-on-order': say('reluctant-to-open-new-pc/note-on-order', { 'agent said it': 'visit-booked' }),
    'accepted-repair': end('accepted-repair'),
    'visit-booked': end('visit-booked'),
    'paused-by-customer': end('paused-by-customer'),
  },
})
