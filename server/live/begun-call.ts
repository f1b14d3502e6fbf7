import { open as openStack } from '../../flows/conversation.ts'
import type { JournalEntry } from './call-events.ts'
import type { CallDetails } from './call-registry.ts'
import { CallSession, type SessionTools } from './call-session.ts'
import { entryLog } from './entry-log.ts'
import { started } from './fold.ts'
import { noteShown } from './guidance-shown.ts'
import type { RegistryTools } from './registry-tools.ts'

/** A call that begins now, with the words of now. */
export function begunCall(callId: string, details: CallDetails, { engineForCall, now, unannounced, openingNotice }: RegistryTools, sessionTools: SessionTools): CallSession {
  const engine = engineForCall()
  const { agent, agentId, team, origin, callerNumber, queue } = details
  const facts = { ...unannounced.facts, ...details.facts }
  const at = now()
  const stack = openStack(engine.flows, facts)
  const notice = origin === 'live' || origin === 'sample' ? (openingNotice?.() ?? '') : ''
  const event = { type: 'call started', callId, agent, agentId, team, origin, callerNumber, queue, libraryVersion: engine.version, stack, facts, ...(notice !== '' && { openingNotice: notice }) } as const
  const log = entryLog(started(event, at), at, engine.flows)
  noteShown(log, null, engine)
  const first: JournalEntry = { seq: 0, at, event }
  return new CallSession(log.state, [first, ...log.entries], { ...sessionTools, engine })
}
