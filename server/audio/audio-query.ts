import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { IdSchema } from '../ingest/neutral.ts'
import { validator } from '../validation.ts'

const Channel = Type.Integer({ minimum: 0, maximum: 1, description: 'Expected channel 0 or 1' })

/** What the address of a call's audio says. */
export const AudioQuery = Type.Object({
  callId: IdSchema,
  channels: Type.Optional(Type.Integer({ minimum: 1, maximum: 2, description: 'Expected 1 or 2 channels' })),
  /** The agent's channel; the other one is the caller's. Without `caller` and on one channel, it is all there is. */
  agent: Type.Optional(Channel),
  caller: Type.Optional(Channel),
})
const check = validator(AudioQuery)

/** Who speaks on each channel. */
export interface AudioOrigin {
  readonly callId: string
  readonly speakers: readonly ('agent' | 'caller')[]
}

/** Reads the query of an audio address. Throws SunlineError 'invalid payload' naming the field. */
export function audioOrigin(query: Readonly<Record<string, unknown>>): AudioOrigin {
  const { callId, channels = 2, agent, caller } = check(Value.Convert(AudioQuery, { ...query }))
  const agentChannel = agent ?? (caller === undefined ? 0 : 1 - caller)
  return { callId, speakers: Array.from({ length: channels }, (_, channel) => (channel === agentChannel ? 'agent' : 'caller')) }
}
