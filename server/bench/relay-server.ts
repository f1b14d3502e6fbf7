import { once } from 'node:events'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import type { TranscriptEvent } from '../protocol.ts'
import { answerParent } from './child-report.ts'
import { usageMeter } from './usage-meter.ts'

// What the product is measured against: Socket.IO with the same settings that passes every event on and does nothing else.
const http = createServer().listen(0, '127.0.0.1')
await once(http, 'listening')
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })
const browsers = io.of('/')
browsers.on('connection', (socket) => {
  socket.on('call:watch', ({ callId }: { callId: string }, ack: (reply: unknown) => void) => {
    void socket.join(callId)
    ack({ ok: true, data: null })
  })
  for (const event of ['scenario:choose', 'fact:record']) socket.on(event, (_payload: unknown, ack: (reply: unknown) => void) => ack({ ok: true, data: null }))
})
io.of('/ingest').on('connection', (socket) => {
  socket.on('transcript', (event: TranscriptEvent, ack?: (receipt: unknown) => void) => {
    const { callId, utteranceId: id, speaker, text, final, startMs, endMs } = event
    browsers.to(callId).emit('utterance:heard', callId, { id, speaker, text, final, startMs, endMs, marks: [] })
    ack?.({ result: 'accepted' })
  })
})
const address = http.address()
if (address === null || typeof address === 'string') throw new Error('no address')
const usage = usageMeter()
const window = () => ({ latencies: { arrived: {}, handled: {}, written: {} }, rows: 0, usage: usage() })
answerParent(`http://127.0.0.1:${String(address.port)}`, { begin: () => null, window, finish: () => void io.close(), memory: () => 0 })
