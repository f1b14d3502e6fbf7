import { Type } from '@sinclair/typebox'
import { SunlineError } from '../errors.ts'
import type { TranscriptEvent } from '../protocol.ts'
import { validator } from '../validation.ts'

/** Ids that systems give to calls and utterances. */
export const IdSchema = Type.String({
  pattern: '^[A-Za-z0-9._:@+=~/-]{1,128}$',
  description: 'Expected 1 to 128 letters, digits or . _ : @ + = ~ / -',
})
/** Milliseconds since the call began: at most a day. */
const Milliseconds = Type.Integer({ minimum: 0, maximum: 86_400_000, description: 'Expected whole milliseconds since the call began, from 0 to 86400000' })

/** The longest text of one utterance, in UTF-16 units. */
export const longestText = 4_000

/** The neutral transcript event. Unknown fields are ignored, so that senders may be newer. */
export const TranscriptSchema = Type.Object({
  callId: IdSchema,
  utteranceId: IdSchema,
  revision: Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: 'Expected a whole number from 0 that grows with each revision' }),
  speaker: Type.Union([Type.Literal('agent'), Type.Literal('caller')], { description: 'Expected agent or caller' }),
  text: Type.String({ maxLength: longestText, description: `Expected a string of at most ${String(longestText)} characters` }),
  final: Type.Boolean({ description: 'Expected true or false' }),
  startMs: Milliseconds,
  endMs: Milliseconds,
  confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'Expected a number from 0 to 1' })),
  source: Type.String({ minLength: 1, maxLength: 64, description: 'Expected the name of the recogniser, 1 to 64 characters' }),
})
const check = validator(TranscriptSchema)

/** Half of a UTF-16 pair without the other: recognisers cut texts, and no database takes such a text. */
const loneSurrogate = /\p{Surrogate}/gu

/** Reads a transcript event from outside. Throws SunlineError 'invalid payload' naming the field. */
export function readTranscript(value: unknown): TranscriptEvent {
  const { callId, utteranceId, revision, speaker, text, final, startMs, endMs, confidence, source } = check(value)
  if (endMs < startMs) throw new SunlineError('invalid payload', 'endMs: expected at least startMs', 'endMs')
  const sound = text.replace(loneSurrogate, '\uFFFD')
  return { callId, utteranceId, revision, speaker, text: sound, final, startMs, endMs, source, ...(confidence === undefined ? {} : { confidence }) }
}
