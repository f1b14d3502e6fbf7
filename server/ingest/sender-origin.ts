import { type Static, Type } from '@sinclair/typebox'
import type { Speaker } from '../protocol.ts'
import type { SpeakerMap } from './adapter.ts'
import { IdSchema } from './neutral.ts'
import type { SenderOrigin } from './stream-shelf.ts'

const Who = Type.Union([Type.Literal('agent'), Type.Literal('caller')], { description: 'Expected agent or caller' })
const Channels = Type.String({ pattern: '^[A-Za-z0-9._-]{1,40}(,[A-Za-z0-9._-]{1,40}){0,7}$', description: 'Expected channel names, separated by commas' })

/** What the address of a provider's messages may say. */
export const OriginQuery = Type.Object({
  callId: Type.Optional(IdSchema),
  conversation: Type.Optional(IdSchema),
  speaker: Type.Optional(Who),
  agent: Type.Optional(Channels),
  caller: Type.Optional(Channels),
  offsetMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400_000, description: 'Expected whole milliseconds' })),
})

/** Speakers of each provider's channels, as configured for all senders. */
export type ConfiguredSpeakers = Readonly<Record<string, SpeakerMap>>

/** Where messages come from: the address decides over the configuration. */
export function senderOrigin({ callId, conversation, speaker, agent, caller, offsetMs }: Static<typeof OriginQuery>, configured: SpeakerMap): SenderOrigin {
  const named = (list: string | undefined, who: Speaker): readonly (readonly [string, Speaker])[] => (list ?? '').split(',').flatMap((channel) => (channel === '' ? [] : [[channel, who] as const]))
  const speakers = { ...configured, ...(speaker === undefined ? {} : { '*': speaker }), ...Object.fromEntries([...named(agent, 'agent'), ...named(caller, 'caller')]) }
  return { callId: callId ?? null, conversation: conversation ?? null, speakers, offsetMs: offsetMs ?? 0 }
}
