import { once } from 'node:events'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import type { TranscriptEvent } from '../protocol.ts'
import { reportTo } from './child-report.ts'

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
  socket.on('scenario:choose', (_payload: unknown, ack: (reply: unknown) => void) => ack({ ok: true, data: null }))
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
reportTo(process, `http://127.0.0.1:${String(address.port)}`, () => io.close())
