import { type Static, Type } from '@sinclair/typebox'
import { IdSchema } from '../ingest/neutral.ts'

const Agent = Type.String({ minLength: 1, maxLength: 80, description: 'Expected the number, login or name of the agent' })

/** What happens to a call on the line, whoever tells it. Each may be repeated; one about an unknown call changes nothing, unless it is answered. */
export const TelephonyEventSchema = Type.Union(
  [
    Type.Object({
      type: Type.Literal('answered'),
      callId: IdSchema,
      agent: Type.Optional(Agent),
      callerNumber: Type.Optional(Type.String({ maxLength: 40, description: 'Expected at most 40 characters' })),
      queue: Type.Optional(Type.String({ maxLength: 80, description: 'Expected at most 80 characters' })),
      attributes: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Expected facts by their ids' })),
    }),
    Type.Object({ type: Type.Literal('held'), callId: IdSchema }),
    Type.Object({ type: Type.Literal('retrieved'), callId: IdSchema }),
    Type.Object({ type: Type.Literal('transferred'), callId: IdSchema, toAgent: Agent }),
    Type.Object({ type: Type.Literal('hung up'), callId: IdSchema }),
  ],
  { description: 'Expected an event of type answered, held, retrieved, transferred or hung up, with its callId' },
)
export type TelephonyEvent = Static<typeof TelephonyEventSchema>

/** Turns the messages of one telephone system into neutral events; it remembers the legs of the calls that are on. */
export type TelephonyReader<Message> = (message: Message) => readonly TelephonyEvent[]

/** Only ids that fit the rest of the program. */
export const isCallId = (text: string | undefined): text is string => text !== undefined && /^[A-Za-z0-9._:@+=~/-]{1,128}$/u.test(text)
