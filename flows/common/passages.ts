import { is, unknown } from '../conditions.ts'
import { ask, decide, say, type Step, type StepId } from '../dialogue.ts'
import type { FactId } from '../facts.ts'

type Steps = Readonly<Record<StepId, Step>>

/** Asks for a fact with the shared question `common/ask-…`, unless it is known; then goes on to `next`. */
const askUnlessKnown = (fact: FactId, name: string, next: StepId): Steps => ({
  [`check-${name}`]: decide([{ when: unknown(fact), go: `ask-${name}` }, { go: next }]),
  [`ask-${name}`]: ask(`common/ask-${name}`, fact, next, { 'caller does not know': next }),
})

/** Steps `check-days-owned` and `ask-days-owned`: when the machine was bought. */
export const findDaysOwned = (next: StepId): Steps => askUnlessKnown('daysOwned', 'days-owned', next)
/** Steps `check-repair-count` and `ask-repair-count`: how often it has been repaired. */
export const findRepairCount = (next: StepId): Steps => askUnlessKnown('repairCount', 'repair-count', next)
/** Steps `check-same-fault` and `ask-same-fault`: whether it is the same fault again. */
export const findSameFault = (next: StepId): Steps => askUnlessKnown('sameFault', 'same-fault', next)
/** Steps `check-symptom` and `ask-symptom`: what is wrong with the machine. */
export const findSymptom = (next: StepId): Steps => askUnlessKnown('symptom', 'symptom', next)

/** Steps `check-warranty` and `ask-warranty`, then `inWarranty` or `outOfWarranty`; not known counts as out until verified. */
export const findWarranty = (inWarranty: StepId, outOfWarranty: StepId): Steps => ({
  'check-warranty': decide([
    { when: unknown('warranty'), go: 'ask-warranty' },
    { when: is('warranty', 'in'), go: inWarranty },
    { go: outOfWarranty },
  ]),
  'ask-warranty': ask('common/ask-warranty', 'warranty', 'check-warranty', { 'caller does not know': outOfWarranty }),
})

/** Steps `book-visit`, `confirm-visit`: agree on a time, then read it back. Ends in `done`. */
export const bookVisit = (done: StepId): Steps => ({
  'book-visit': ask('common/ask-visit-time', 'visitTime', 'confirm-visit'),
  'confirm-visit': say('common/confirm-visit', { 'agent said it': done, 'caller did not catch it': 'confirm-visit' }),
})

/** Steps `arrange-send-in`: where to bring the machine and what to bring along. Ends in `done`. */
export const sendIn = (done: StepId): Steps => ({
  'arrange-send-in': say('common/arrange-send-in', { 'agent said it': done, 'caller did not catch it': 'arrange-send-in' }),
})

/** Steps `ask-callback-time`, `promise-callback`: a callback with a time and a name. Ends in `done`. */
export const promiseCallback = (done: StepId): Steps => ({
  'ask-callback-time': ask('common/ask-callback-time', 'callbackTime', 'promise-callback'),
  'promise-callback': say('common/promise-callback', { 'agent said it': done, 'caller did not catch it': 'promise-callback' }),
})

/** Steps `report-upward`: pass the demand up, with the time of the answer. Ends in `done`. */
export const reportUpward = (done: StepId): Steps => ({
  'report-upward': ask('common/report-upward', 'callbackTime', 'confirm-report'),
  'confirm-report': say('common/confirm-report', { 'agent said it': done }),
})

/** Steps `explain-fee`: what it costs and why, before anything is booked; then `agreed` or `declined`. */
export const explainFee = (agreed: StepId, declined: StepId): Steps => ({
  'explain-fee': say('common/explain-fee', { 'caller accepts': agreed, 'caller refuses': declined }),
})
