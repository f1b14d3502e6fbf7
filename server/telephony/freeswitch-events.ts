import { channelFacts } from './channel-facts.ts'
import { type LegBook, legBook } from './leg-book.ts'
import { isCallId, type TelephonyEvent, type TelephonyReader } from './telephony-event.ts'

/** An event of FreeSWITCH as its event socket sends it in JSON: header names with their values, all texts. */
export type FreeswitchEvent = Readonly<Record<string, string | undefined>>

/** The events that the reader understands; asked for by name. */
export const freeswitchEventNames = ['CHANNEL_ANSWER', 'CHANNEL_BRIDGE', 'CHANNEL_HOLD', 'CHANNEL_UNHOLD', 'CHANNEL_HANGUP_COMPLETE'] as const

const factPrefix = 'variable_sunline_fact_'

/**
 * Reads FreeSWITCH's channel events. A call begins when the caller's leg is bridged to an agent's (an answer alone may be the voice menu's) and goes
 * by the caller's `Unique-ID`; another bridge of that leg is a transfer; it ends with that leg. The agent is, in this order, the channel variable
 * `sunline_agent`, mod_callcenter's agent, or the extension dialled; variables `sunline_fact_…` become facts.
 * Source: developer.signalwire.com/freeswitch/programming/events-catalog.
 */
export function freeswitchReader(book: LegBook = legBook()): TelephonyReader<FreeswitchEvent> {
  const bridged = (event: FreeswitchEvent): readonly TelephonyEvent[] => {
    const leg = event['Bridge-A-Unique-ID'] ?? event['Unique-ID']
    const agentLeg = event['Bridge-B-Unique-ID'] ?? event['Other-Leg-Unique-ID']
    const known = book.find(leg) ?? book.find(agentLeg)
    const callId = known?.callId ?? leg
    if (!isCallId(callId)) return []
    const agent = agentOf(event) ?? known?.agent ?? null
    book.put({ callId, callerLeg: known?.callerLeg ?? callId, agent }, [leg, agentLeg])
    if (known) return agent === null || agent === known.agent ? [] : [{ type: 'transferred', callId, toAgent: agent }]
    const queue = event['variable_sunline_queue'] ?? event['variable_cc_queue']
    return [
      {
        type: 'answered',
        callId,
        ...(agent === null ? {} : { agent }),
        callerNumber: (event['Caller-Caller-ID-Number'] ?? '').slice(0, 40),
        ...(queue === undefined ? {} : { queue: queue.slice(0, 80) }),
        attributes: factsOf(event),
      },
    ]
  }
  return (event) => {
    const name = event['Event-Name']
    if (name === 'CHANNEL_BRIDGE') return bridged(event)
    const leg = event['Unique-ID']
    const call = book.find(leg)
    if (name === 'CHANNEL_HANGUP_COMPLETE') {
      if (call !== null && call.callerLeg !== leg) return []
      if (call !== null) book.close(call)
      // Of a call from before a restart of this program, only the caller's leg has the id of a call.
      const callId = call?.callId ?? leg
      return isCallId(callId) ? [{ type: 'hung up', callId }] : []
    }
    const callId = call?.callId ?? (event['Other-Leg-Unique-ID'] || leg)
    if (!isCallId(callId)) return []
    if (name === 'CHANNEL_HOLD') return [{ type: 'held', callId }]
    return name === 'CHANNEL_UNHOLD' ? [{ type: 'retrieved', callId }] : []
  }
}

function agentOf(event: FreeswitchEvent): string | null {
  const named = event['variable_sunline_agent'] || event['variable_cc_agent'] || event['variable_dialed_user'] || event['Other-Leg-Callee-ID-Number'] || event['Other-Leg-Destination-Number']
  return named?.split('@')[0]?.slice(0, 80) || null
}

const factsOf = (event: FreeswitchEvent): ReturnType<typeof channelFacts> =>
  channelFacts(Object.fromEntries(Object.entries(event).flatMap(([name, value]) => (name.startsWith(factPrefix) && value !== undefined ? [[name.slice(factPrefix.length), value]] : []))))
