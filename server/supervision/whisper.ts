import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { describe } from '../live/call-details.ts'
import type { EntryLog } from '../live/entry-log.ts'

function refuseEnded({ state }: EntryLog): void {
  if (state.status === 'wrap-up' || state.status === 'closed') throw new SunlineError('call ended', 'the call is over; the agent would not read it any more', 'callId')
}

/** A line of `person` to the agent. Throws SunlineError 'call ended'. */
export const whisper = (text: string, { id: byId, name: by }: Person) => (log: EntryLog): void => {
  refuseEnded(log)
  log.add({ type: 'whisper sent', id: randomUUID(), text, by, byId })
}

/** The agent has read the line. One that another has replaced stays as it was. */
export const acknowledgeWhisper = (id: string) => (log: EntryLog): void => {
  if (log.state.whisper?.id === id && log.state.whisper.seenAt === null) log.add({ type: 'whisper acknowledged', id })
}

/** The call goes to `person` as it stands. Throws SunlineError 'call ended', or 'conflict' when it is his already. */
export const takeOver = ({ id, name, number, team }: Person) => (log: EntryLog): void => {
  refuseEnded(log)
  const { agentId, callerNumber, queue, origin, team: before } = log.state
  if (agentId === id) throw new SunlineError('conflict', 'this call is yours already', 'callId')
  describe(log, { agent: name, agentId: id, team: team ?? before, callerNumber, queue, origin, facts: { agentName: name, ...(number !== '' && { agentNumber: number }) } })
}
