import { promiseCallback } from '../../common/passages.ts'
import { is } from '../../conditions.ts'
import { ask, decide, end, say, scenario } from '../../dialogue.ts'

/** The caller wants to keep the faulty disk to save what is on it. */
export default scenario({
  id: 'keep-old-hard-disk-for-data',
  initial: 'acknowledge-data-worry',
  findOut: ['wantsOldDisk', 'opensOldDisk', 'canReturnDiskIntact', 'diskReturnPromised'],
  steps: {
    'acknowledge-data-worry': say('keep-old-hard-disk-for-data/acknowledge-data-worry', {
      'agent said it': 'explain-recall-policy',
      'old disk came back intact': 'return-deposit',
    }),
    'explain-recall-policy': say('keep-old-hard-disk-for-data/explain-recall-policy', {
      'agent said it': 'explain-unopened',
      'caller fears for privacy on the disk': 'explain-disk-privacy',
    }),
    'explain-unopened': say('keep-old-hard-disk-for-data/explain-unopened', {
      'caller agrees to return the disk': 'ask-return-promise',
      'caller wants to save the data first': 'require-deposit',
      'caller fears for privacy on the disk': 'explain-disk-privacy',
      'caller cannot return it intact': 'suggest-buy-disk',
    }),
    'explain-disk-privacy': say('keep-old-hard-disk-for-data/explain-disk-privacy', {
      'caller agrees to return the disk': 'ask-return-promise',
      'caller wants to save the data first': 'require-deposit',
      'caller refuses': 'suggest-buy-disk',
    }),
    'require-deposit': say('keep-old-hard-disk-for-data/require-deposit', {
      'caller accepts': 'ask-return-intact',
      'caller refuses': 'suggest-buy-disk',
      'caller cannot return it intact': 'suggest-buy-disk',
      'caller agrees to return the disk': 'ask-return-promise',
    }),
    'ask-return-intact': ask('keep-old-hard-disk-for-data/ask-return-intact', 'canReturnDiskIntact', 'judge-return-intact', {
      'caller does not know': 'suggest-buy-disk',
    }),
    'judge-return-intact': decide([
      { when: is('canReturnDiskIntact', true), go: 'confirm-deposit' },
      { go: 'suggest-buy-disk' },
    ]),
    'confirm-deposit': say('keep-old-hard-disk-for-data/confirm-deposit', { 'agent said it': 'deposit-taken', 'old disk came back intact': 'return-deposit' }),
    'ask-return-promise': ask('keep-old-hard-disk-for-data/ask-return-promise', 'diskReturnPromised', 'judge-return-promise', {
      'caller wants to save the data first': 'require-deposit',
      'caller does not know': 'hold-the-swap',
    }),
    'judge-return-promise': decide([
      { when: is('diskReturnPromised', true), go: 'disk-returned' },
      { go: 'hold-the-swap' },
    ]),
    'suggest-buy-disk': say('keep-old-hard-disk-for-data/suggest-buy-disk', {
      'caller accepts': 'buys-old-disk',
      'caller agrees to return the disk': 'ask-return-promise',
      'caller refuses': 'hold-the-swap',
      'caller wants to think': 'hold-the-swap',
    }),
    'hold-the-swap': say('keep-old-hard-disk-for-data/hold-the-swap', { 'agent said it': 'ask-callback-time' }),
    'return-deposit': say('keep-old-hard-disk-for-data/return-deposit', { 'agent said it': 'deposit-refunded' }),
    ...promiseCallback('callback-promised'),
    'disk-returned': end('disk-returned'),
    'deposit-taken': end('deposit-taken'),
    'deposit-refunded': end('deposit-refunded'),
    'buys-old-disk': end('buys-old-disk'),
    'callback-promised': end('callback-promised'),
  },
})
