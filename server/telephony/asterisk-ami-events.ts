import { type LegBook, legBook } from './leg-book.ts'
import { isCallId, type TelephonyEvent, type TelephonyReader } from './telephony-event.ts'

/** A message of the manager interface: the names of its lines with their values. */
export type AmiMessage = Readonly<Record<string, string | undefined>>

/**
 * Reads the events of Asterisk's manager interface. The legs of a call share a `Linkedid`, which names the call; it begins when an agent of a queue
 * is connected, or when a dialled phone answers; it ends with the caller's channel. An agent is known by the extension of the interface:
 * `PJSIP/1001` is 1001. Source: docs.asterisk.org, Asterisk AMI events.
 */
export function amiReader(book: LegBook = legBook()): TelephonyReader<AmiMessage> {
  const connected = (message: AmiMessage, agent: string | null, queue: string | undefined): readonly TelephonyEvent[] => {
    const callId = message['Linkedid']
    const callerLeg = message['Uniqueid']
    if (!isCallId(callId) || callerLeg === undefined) return []
    const known = book.find(callId)
    book.put({ callId, callerLeg: known?.callerLeg ?? callerLeg, agent: agent ?? known?.agent ?? null }, [callerLeg, message['DestUniqueid']])
    if (known && known.agent !== null && agent !== null && agent !== known.agent) return [{ type: 'transferred', callId, toAgent: agent }]
    return [{ type: 'answered', callId, ...(agent === null ? {} : { agent }), callerNumber: (message['CallerIDNum'] ?? '').slice(0, 40), ...(queue === undefined ? {} : { queue: queue.slice(0, 80) }) }]
  }
  const transferred = (linkedIds: readonly (string | undefined)[], toAgent: string | undefined): readonly TelephonyEvent[] => {
    const call = linkedIds.map(book.find).find((found) => found !== null)
    const callId = call?.callId ?? linkedIds.find(isCallId)
    const agent = toAgent?.slice(0, 80)
    if (callId === undefined || !agent || agent === call?.agent) return []
    book.put({ callId, callerLeg: call?.callerLeg ?? callId, agent }, linkedIds)
    return [{ type: 'transferred', callId, toAgent: agent }]
  }
  return (message) => {
    switch (message['Event']) {
      case 'AgentConnect':
        return connected(message, extensionOf(message['Interface']), message['Queue'])
      case 'DialEnd':
        // Where a queue dials, its own event follows and says more.
        return message['DialStatus'] === 'ANSWER' && book.find(message['Linkedid']) === null ? connected(message, extensionOf(message['DestChannel']), undefined) : []
      case 'Hold':
      case 'Unhold': {
        const callId = (book.find(message['Linkedid']) ?? book.find(message['Uniqueid']))?.callId ?? message['Linkedid']
        return isCallId(callId) ? [{ type: message['Event'] === 'Hold' ? 'held' : 'retrieved', callId }] : []
      }
      case 'BlindTransfer':
        return message['Result'] === 'Success' ? transferred([message['TransfereeLinkedid'], message['TransfererLinkedid']], message['Extension']) : []
      case 'AttendedTransfer':
        return message['Result'] === 'Success' ? transferred([message['OrigTransfererLinkedid'], message['TransfereeLinkedid'], message['SecondTransfererLinkedid']], message['TransferTargetCallerIDNum']) : []
      case 'Hangup': {
        const leg = message['Uniqueid']
        const call = book.find(leg)
        // A call from before a restart of this program is known by its caller's channel, which is the first of its legs.
        const callId = call === null ? message['Linkedid'] : call.callId
        if (leg !== (call?.callerLeg ?? callId) || !isCallId(callId)) return []
        if (call !== null) book.close(call)
        return [{ type: 'hung up', callId }]
      }
      default:
        return []
    }
  }
}

/** `PJSIP/1001-0000002a`, `Local/1001@agents/n`: 1001. */
const extensionOf = (channel: string | undefined): string | null => /^[^/]+\/([^@/;-]+)/u.exec(channel ?? '')?.[1]?.slice(0, 80) ?? null
