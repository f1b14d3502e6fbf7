import type { AwayReceiver, Receipt } from '../ingest/receive.ts'
import { hearSaved, receiptFor } from '../ingest/receive.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import { unlessOvertaken } from '../live/homes.ts'
import type { TranscriptEvent } from '../protocol.ts'
import { type AtHome, movedAway } from './at-home.ts'
import type { CallHomes } from './call-homes.ts'
import type { NodeBus } from './node-bus.ts'
import { moved, type NodeReceipt } from './node-protocol.ts'

export interface AwayEventsTools {
  readonly registry: CallRegistry
  readonly homes: CallHomes
  readonly atHome: AtHome
  readonly bus: Pick<NodeBus, 'tell'>
  /** Counts events that other nodes took in for this one. */
  readonly forwarded: () => void
  readonly failed: (error: unknown) => void
}

/** Takes transcript events to the node at which their calls are at home. */
export function awayEvents({ registry, homes, atHome, bus, forwarded, failed }: AwayEventsTools): AwayReceiver {
  const visiting = new Map<string, Promise<unknown>>()

  /** The home lives but cannot be reached: the journal takes the event here, and the home is told by way of Redis to read it. */
  const visit = async (event: TranscriptEvent): Promise<Receipt> => {
    const { callId } = event
    if (!event.final) return { result: 'accepted' }
    const hear = (): Promise<Receipt> =>
      unlessOvertaken(() =>
        registry.visit(callId, async (session) => {
          const { result, saved } = session.hear(event)
          await saved
          return { result }
        }),
      )
    // One after the other: two visitors of this node would get in each other's way.
    const heard = (visiting.get(callId) ?? Promise.resolve()).catch(() => undefined).then(hear)
    visiting.set(callId, heard)
    try {
      return await heard
    } finally {
      if (visiting.get(callId) === heard) visiting.delete(callId)
      bus.tell('written', callId)
    }
  }
  return {
    has: (callId) => homes.known(callId) !== null,
    hear: async (event, answered) => {
      const { callId } = event
      try {
        if (!event.final && !answered) {
          homes.known(callId)?.tell('transcript', event)
          forwarded()
          return { result: 'accepted' }
        }
        return await atHome<Receipt>({
          callId,
          here: () => hearSaved(event, registry),
          there: async (peer) => {
            const receipt = await peer.ask<NodeReceipt>('transcript', event)
            if (receipt === moved) return movedAway
            forwarded()
            return receipt
          },
          outOfReach: () => visit(event),
        })
      } catch (error) {
        return receiptFor(error, failed)
      }
    },
  }
}
