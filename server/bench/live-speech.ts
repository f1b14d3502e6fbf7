import { fileURLToPath } from 'node:url'
import type { TranscriptEvent } from '../protocol.ts'
import { loadSamples, type Sample } from '../samples/sample-file.ts'
import { asConfidence } from './steady-clock.ts'

/** Interim texts of one utterance, then the final: 4 a second over 3 s. */
export const partsOfUtterance = 13
/** ms of one utterance. */
export const utteranceMs = 3_000
/** ms between two events of one call. */
export const eventMs = utteranceMs / partsOfUtterance

/** What is spoken: the sample calls of the product, one after the other. */
export const conversations: readonly Sample[] = loadSamples(fileURLToPath(new URL('../../data/sample-calls', import.meta.url)))

/**
 * The nth event of a call that speaks a sample over and over: each utterance grows over twelve interims and becomes final with the
 * thirteenth. `sentMs`: when it is sent, ms of the steady clock.
 */
export function speechEvent(callId: string, { turns }: Sample, number: number, sentMs: number): TranscriptEvent {
  const utterance = Math.floor(number / partsOfUtterance)
  const part = (number % partsOfUtterance) + 1
  const { who: speaker, text } = turns[utterance % turns.length] ?? { who: 'caller', text: '' }
  const final = part === partsOfUtterance
  return {
    callId,
    utteranceId: `u${String(utterance)}`,
    revision: part,
    speaker,
    text: final ? text : text.slice(0, Math.ceil((text.length * part) / partsOfUtterance)),
    final,
    startMs: utterance * utteranceMs,
    endMs: endOf(number),
    confidence: asConfidence(sentMs),
    source: 'bench',
  }
}

const endOf = (number: number): number => Math.round((number + 1) * eventMs)
/** Which event of its call has this `endMs`. */
export const numberOf = (endMs: number): number => Math.round(endMs / eventMs) - 1
/** Whether the nth event of a call is final. */
export const isFinal = (number: number): boolean => number % partsOfUtterance === partsOfUtterance - 1
