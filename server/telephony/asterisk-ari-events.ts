import { Type } from '@sinclair/typebox'
import { validator } from '../validation.ts'
import { channelFacts } from './channel-facts.ts'
import { type LegBook, legBook } from './leg-book.ts'
import { isCallId, type TelephonyEvent, type TelephonyReader } from './telephony-event.ts'

const Channel = Type.Object({ id: Type.String(), caller: Type.Optional(Type.Object({ number: Type.Optional(Type.String()) })) })
const readMessage = validator(
  Type.Object({
    type: Type.String({ description: 'Expected the type of the event' }),
    application: Type.Optional(Type.String()),
    args: Type.Optional(Type.Array(Type.String())),
    channel: Type.Optional(Channel),
    transferee: Type.Optional(Channel),
    transferer_first_leg: Type.Optional(Channel),
    transfer_target: Type.Optional(Channel),
    result: Type.Optional(Type.String()),
    exten: Type.Optional(Type.String()),
  }),
)

/**
 * Reads the events of Asterisk's REST interface. The dialplan hands a call over when its agent has answered:
 * `Stasis(sunline,agent=1001,queue=售后,callId=${UNIQUEID},fact.callerName=张先生)`; without `callId` the channel's id names the call.
 * It ends when that channel is gone (leaving the application is not the end of a call). Source: docs.asterisk.org, Asterisk REST data models.
 * The reader throws SunlineError 'invalid payload' for what is no event.
 */
export function ariReader(application: string, book: LegBook = legBook()): TelephonyReader<unknown> {
  const begun = (channel: { readonly id: string; readonly caller?: { readonly number?: string } }, args: readonly string[]): readonly TelephonyEvent[] => {
    const given = Object.fromEntries(args.flatMap((arg) => (arg.includes('=') ? [[arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] as const] : [])))
    const callId = given['callId'] ?? channel.id
    if (!isCallId(callId)) return []
    const agent = given['agent']?.slice(0, 80) || null
    const known = book.find(callId)
    book.put({ callId, callerLeg: known?.callerLeg ?? channel.id, agent }, [channel.id])
    if (known && agent !== null && known.agent !== agent) return [{ type: 'transferred', callId, toAgent: agent }]
    const attributes = channelFacts(Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (name.startsWith('fact.') ? [[name.slice('fact.'.length), value]] : []))))
    return [{ type: 'answered', callId, ...(agent === null ? {} : { agent }), callerNumber: (channel.caller?.number ?? '').slice(0, 40), ...(given['queue'] === undefined ? {} : { queue: given['queue'].slice(0, 80) }), attributes }]
  }
  const transferred = (legs: readonly (string | undefined)[], toAgent: string | undefined): readonly TelephonyEvent[] => {
    const call = legs.map(book.find).find((found) => found !== null)
    const agent = toAgent?.slice(0, 80)
    if (!call || !agent || agent === call.agent) return []
    book.put({ ...call, agent }, legs)
    return [{ type: 'transferred', callId: call.callId, toAgent: agent }]
  }
  return (message) => {
    const { type, application: from, args = [], channel, transferee, transferer_first_leg, transfer_target, result, exten } = readMessage(message)
    if (type === 'StasisStart') return channel && from === application ? begun(channel, args) : []
    if (type === 'BridgeBlindTransfer') return result === 'Success' ? transferred([transferee?.id, channel?.id], exten) : []
    if (type === 'BridgeAttendedTransfer') return result === 'Success' ? transferred([transferee?.id, transferer_first_leg?.id], transfer_target?.caller?.number) : []
    const call = book.find(channel?.id)
    // A call from before a restart of this program is known by its channel, unless the dialplan gave it another name.
    const callId = call?.callId ?? channel?.id
    if (!isCallId(callId)) return []
    if (type === 'ChannelHold') return [{ type: 'held', callId }]
    if (type === 'ChannelUnhold') return [{ type: 'retrieved', callId }]
    if (type !== 'ChannelDestroyed' || (call !== null && channel?.id !== call.callerLeg)) return []
    if (call !== null) book.close(call)
    return [{ type: 'hung up', callId }]
  }
}
