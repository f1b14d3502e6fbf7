import { SunlineError } from '../errors.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import type { CallSummary, Reply } from '../protocol.ts'
import type { CallLine } from '../telephony/call-line.ts'
import { type AtHome, movedAway } from './at-home.ts'
import { moved } from './node-protocol.ts'

/** The telephone line of a cluster: what happens to a call is done at the node at which it is at home. */
export function lineAtHome(line: CallLine, registry: Pick<CallRegistry, 'session'>, atHome: AtHome): CallLine {
  const method = <M extends keyof CallLine>(name: M, callOf: (...args: Parameters<CallLine[M]>) => string): CallLine[M] => {
    const act = async (...args: Parameters<CallLine[M]>): Promise<CallSummary | null> => {
      const here = (line[name] as (...given: Parameters<CallLine[M]>) => Promise<CallSummary | null>).bind(line)
      const callId = callOf(...args)
      if (registry.session(callId)) return here(...args)
      return atHome<CallSummary | null>({
        callId,
        here: () => here(...args),
        there: async (peer) => {
          const reply = await peer.ask<Reply<CallSummary | null> | typeof moved>('line', { method: name, args })
          if (reply === moved) return movedAway
          if (!reply.ok) throw new SunlineError(reply.error, reply.message, reply.field)
          return reply.data
        },
      })
    }
    return act as CallLine[M]
  }
  return {
    answered: method('answered', ({ callId }) => callId),
    transferred: method('transferred', (callId) => callId),
    held: method('held', (callId) => callId),
    retrieved: method('retrieved', (callId) => callId),
    hungUp: method('hungUp', (callId) => callId),
    attributes: method('attributes', (callId) => callId),
    take: method('take', ({ callId }) => callId),
  }
}
