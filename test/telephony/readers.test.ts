import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Value } from '@sinclair/typebox/value'
import { amiReader } from '../../server/telephony/asterisk-ami-events.ts'
import { ariReader } from '../../server/telephony/asterisk-ari-events.ts'
import { channelFacts } from '../../server/telephony/channel-facts.ts'
import { frameCutter } from '../../server/telephony/framing.ts'
import { freeswitchReader } from '../../server/telephony/freeswitch-events.ts'
import { TelephonyEventSchema } from '../../server/telephony/telephony-event.ts'

test('FreeSWITCH: a bridged call, held, transferred and hung up', () => {
  const read = freeswitchReader()
  const bridge = { 'Event-Name': 'CHANNEL_BRIDGE', 'Unique-ID': 'a-1', 'Other-Leg-Unique-ID': 'b-1', 'Bridge-A-Unique-ID': 'a-1', 'Bridge-B-Unique-ID': 'b-1', 'Caller-Caller-ID-Number': '13800002075', 'Caller-Destination-Number': '400100', variable_dialed_user: '1001', variable_cc_queue: '笔记本售后@default', variable_sunline_fact_callerName: '张先生' }
  const events = [
    { 'Event-Name': 'CHANNEL_ANSWER', 'Unique-ID': 'a-1', 'Call-Direction': 'inbound' },
    bridge,
    bridge,
    { 'Event-Name': 'CHANNEL_HOLD', 'Unique-ID': 'b-1' },
    { 'Event-Name': 'CHANNEL_UNHOLD', 'Unique-ID': 'b-1' },
    { 'Event-Name': 'CHANNEL_HANGUP_COMPLETE', 'Unique-ID': 'b-1', 'Hangup-Cause': 'BLIND_TRANSFER' },
    { ...bridge, 'Other-Leg-Unique-ID': 'b-2', 'Bridge-B-Unique-ID': 'b-2', variable_dialed_user: '1002' },
    { 'Event-Name': 'CHANNEL_HANGUP_COMPLETE', 'Unique-ID': 'a-1', 'Hangup-Cause': 'NORMAL_CLEARING' },
  ]
  expect(events.flatMap(read)).toEqual([
    { type: 'answered', callId: 'a-1', agent: '1001', callerNumber: '13800002075', queue: '笔记本售后@default', attributes: { callerName: '张先生' } },
    { type: 'held', callId: 'a-1' },
    { type: 'retrieved', callId: 'a-1' },
    { type: 'transferred', callId: 'a-1', toAgent: '1002' },
    { type: 'hung up', callId: 'a-1' },
  ])
})

test('Asterisk manager: a queued call, held, transferred and hung up', () => {
  const read = amiReader()
  const ids = { Uniqueid: '1769846400.10', Linkedid: '1769846400.10' }
  const events = [
    { Event: 'DialEnd', ...ids, DialStatus: 'NOANSWER', DestChannel: 'PJSIP/1009-00000002', CallerIDNum: '13800002075' },
    { Event: 'AgentConnect', ...ids, Queue: '笔记本售后', MemberName: 'Li Min', Interface: 'PJSIP/1001', CallerIDNum: '13800002075', DestUniqueid: '1769846400.11', RingTime: '3', HoldTime: '20' },
    { Event: 'DialEnd', ...ids, DialStatus: 'ANSWER', DestChannel: 'PJSIP/1001-00000003', CallerIDNum: '13800002075' },
    { Event: 'Hold', Uniqueid: '1769846400.11', Linkedid: '1769846400.10' },
    { Event: 'Unhold', Uniqueid: '1769846400.11', Linkedid: '1769846400.10' },
    { Event: 'BlindTransfer', Result: 'Success', TransfererLinkedid: '1769846400.10', TransfereeLinkedid: '1769846400.10', Extension: '1002' },
    { Event: 'AgentConnect', ...ids, Queue: '主管', Interface: 'Local/1003@agents/n', CallerIDNum: '13800002075' },
    { Event: 'AttendedTransfer', Result: 'Fail', OrigTransfererLinkedid: '1769846400.10', TransferTargetCallerIDNum: '1004' },
    { Event: 'Hangup', Uniqueid: '1769846400.11', Linkedid: '1769846400.10', Cause: '16' },
    { Event: 'Hangup', ...ids, Cause: '16' },
  ]
  expect(events.flatMap(read)).toEqual([
    { type: 'answered', callId: '1769846400.10', agent: '1001', callerNumber: '13800002075', queue: '笔记本售后' },
    { type: 'held', callId: '1769846400.10' },
    { type: 'retrieved', callId: '1769846400.10' },
    { type: 'transferred', callId: '1769846400.10', toAgent: '1002' },
    { type: 'transferred', callId: '1769846400.10', toAgent: '1003' },
    { type: 'hung up', callId: '1769846400.10' },
  ])
})

test('Asterisk REST: calls of its own application, until the channel is gone', () => {
  const read = ariReader('sunline')
  const channel = { id: '1769846400.20', name: 'PJSIP/trunk-1', state: 'Up', caller: { name: '', number: '13800002075' } }
  const events = [
    { type: 'StasisStart', application: 'other', args: [], channel },
    { type: 'StasisStart', application: 'sunline', args: ['agent=1001', 'queue=笔记本售后', 'fact.callerName=张先生'], channel },
    { type: 'ChannelHold', application: 'sunline', channel },
    { type: 'ChannelUnhold', application: 'sunline', channel },
    { type: 'BridgeBlindTransfer', application: 'sunline', result: 'Success', exten: '1002', channel: { id: 'agent-leg' }, transferee: channel },
    { type: 'StasisEnd', application: 'sunline', channel },
    { type: 'StasisStart', application: 'sunline', args: ['agent=1003', 'callId=1769846400.20'], channel: { id: 'replacement' } },
    { type: 'BridgeAttendedTransfer', application: 'sunline', result: 'Success', transferer_first_leg: { id: 'replacement' }, transfer_target: { id: 'x', caller: { number: '1004' } } },
    { type: 'ChannelDestroyed', application: 'sunline', channel: { id: 'replacement' }, cause: 16 },
    { type: 'ChannelDestroyed', application: 'sunline', channel, cause: 16 },
  ]
  expect(events.flatMap(read)).toEqual([
    { type: 'answered', callId: '1769846400.20', agent: '1001', callerNumber: '13800002075', queue: '笔记本售后', attributes: { callerName: '张先生' } },
    { type: 'held', callId: '1769846400.20' },
    { type: 'retrieved', callId: '1769846400.20' },
    { type: 'transferred', callId: '1769846400.20', toAgent: '1002' },
    { type: 'transferred', callId: '1769846400.20', toAgent: '1003' },
    { type: 'transferred', callId: '1769846400.20', toAgent: '1004' },
    { type: 'hung up', callId: '1769846400.20' },
  ])
  expect(() => read({ type: 7 })).toThrow('type: expected the type of the event')
})

test('calls from before a restart are still held, transferred and ended: their ids say which they are', () => {
  const freeswitch = freeswitchReader()
  expect([{ 'Event-Name': 'CHANNEL_HOLD', 'Unique-ID': 'b-1', 'Other-Leg-Unique-ID': 'a-1' }, { 'Event-Name': 'CHANNEL_HANGUP_COMPLETE', 'Unique-ID': 'a-1' }].flatMap(freeswitch)).toEqual([
    { type: 'held', callId: 'a-1' },
    { type: 'hung up', callId: 'a-1' },
  ])
  const ami = amiReader()
  expect(
    [
      { Event: 'Unhold', Uniqueid: '176.2', Linkedid: '176.1' },
      { Event: 'BlindTransfer', Result: 'Success', TransfereeLinkedid: '176.1', Extension: '1002' },
      { Event: 'Hangup', Uniqueid: '176.2', Linkedid: '176.1' },
      { Event: 'Hangup', Uniqueid: '176.1', Linkedid: '176.1' },
    ].flatMap(ami),
  ).toEqual([
    { type: 'retrieved', callId: '176.1' },
    { type: 'transferred', callId: '176.1', toAgent: '1002' },
    { type: 'hung up', callId: '176.1' },
  ])
  expect(ariReader('sunline')({ type: 'ChannelDestroyed', channel: { id: 'ari-1' } })).toEqual([{ type: 'hung up', callId: 'ari-1' }])
})

test('frames are cut wherever the bytes were', () => {
  const body = '{"名":"值"}'
  const bytes = Buffer.from(`Content-Type: auth/request\n\nContent-Length: ${String(Buffer.byteLength(body))}\nContent-Type: text/event-json\n\n${body}Event: Hangup\r\nCause-txt: a: b\r\n\r\n`)
  for (const size of [1, 2, 7, 1_000]) {
    const cut = frameCutter()
    const frames = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => cut(bytes.subarray(index * size, (index + 1) * size))).flat()
    expect(frames).toEqual([
      { headers: { 'Content-Type': 'auth/request' }, body: '' },
      { headers: { 'Content-Length': '13', 'Content-Type': 'text/event-json' }, body },
      { headers: { Event: 'Hangup', 'Cause-txt': 'a: b' }, body: '' },
    ])
  }
  expect(() => frameCutter()(Buffer.alloc(5_000_000, 'x'))).toThrow('a message without an end')
})

test('variables become facts where they fit; a wrong one costs nothing else', () => {
  expect(channelFacts({ callerName: '张先生', daysOwned: '40', repairCount: 'many', sameFault: 'yes', someoneHurt: 'maybe', warranty: 'in', invoice: 'eaten', shoeSize: '43', repairDays: '' })).toEqual({
    callerName: '张先生', daysOwned: 40, sameFault: true, warranty: 'in',
  })
})

test('whatever the systems send, what comes out is a sound event or nothing', () => {
  const names = ['Event-Name', 'Event', 'Unique-ID', 'Other-Leg-Unique-ID', 'Uniqueid', 'Linkedid', 'Interface', 'DestChannel', 'CallerIDNum', 'Caller-Caller-ID-Number', 'variable_dialed_user', 'Result', 'Extension', 'Queue', 'DialStatus', 'variable_sunline_fact_daysOwned']
  const values = ['CHANNEL_BRIDGE', 'CHANNEL_HOLD', 'CHANNEL_HANGUP_COMPLETE', 'AgentConnect', 'DialEnd', 'ANSWER', 'BlindTransfer', 'Success', 'Hold', 'Hangup', 'a-1', 'a-2', 'PJSIP/1001', '1002', '', '坐席 甲', 'x'.repeat(300)]
  const message = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.constantFrom(...values), fc.string()))
  const ari = fc.record({
    type: fc.constantFrom('StasisStart', 'StasisEnd', 'ChannelHold', 'ChannelDestroyed', 'BridgeBlindTransfer', 'BridgeAttendedTransfer'), application: fc.constantFrom('sunline', 'other'), result: fc.constantFrom('Success', 'Fail'), exten: fc.string(),
    args: fc.array(fc.oneof(fc.constantFrom('agent=1001', 'callId=a b', 'queue=', 'fact.daysOwned=x', '=', `agent=${'x'.repeat(300)}`), fc.string())), channel: fc.record({ id: fc.oneof(fc.constantFrom('a-1', 'a-2', ''), fc.string()) }),
  })
  fc.assert(
    fc.property(fc.array(message, { maxLength: 30 }), fc.array(ari, { maxLength: 30 }), (messages, events) => {
      const [freeswitch, ami, rest] = [freeswitchReader(), amiReader(), ariReader('sunline')]
      const read = [...messages.flatMap(freeswitch), ...messages.flatMap(ami), ...events.flatMap(rest)]
      expect(read.filter((event) => !Value.Check(TelephonyEventSchema, event))).toEqual([])
    }),
    { numRuns: 400, seed: 20_261_122 },
  )
})
