import { randomUUID } from 'node:crypto'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Receiver } from '../ingest/receive.ts'
import type { TranscriptEvent } from '../protocol.ts'
import { closeSockets, type Upgrade } from '../upgrades.ts'
import { audioOrigin } from './audio-query.ts'
import type { Recogniser } from './recogniser.ts'

/** Largest frame, bytes: a second of two channels. */
const mostFrameBytes = 64 * 1024

export interface AudioTools {
  readonly recogniser: Recogniser
  readonly receive: Receiver['receive']
  /** When a call began, ms since the epoch; null when it is not known. */
  readonly startedAt: (callId: string) => number | null
  /** ms since the epoch. */
  readonly now: () => number
}

/**
 * Takes a call's audio over a plain websocket: binary frames of 16-bit little-endian samples at 16 kHz, channels in turn; the text frame `end`
 * ends it. What is recognised goes the way of every transcript, and back to the sender as JSON.
 */
export function audioSockets({ recogniser, receive, startedAt, now }: AudioTools): Upgrade {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostFrameBytes, perMessageDeflate: false })
  return {
    matches: (path) => path === '/api/audio',
    accept: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => serve(opened, Object.fromEntries(new URL(request.url ?? '/', 'ws://server').searchParams))),
    close: () => closeSockets(server),
  }

  function serve(socket: WebSocket, query: Readonly<Record<string, string>>): void {
    const { callId, speakers } = audioOrigin(query)
    const id = randomUUID()
    const offsetMs = Math.max(0, now() - (startedAt(callId) ?? now()))
    let revision = 0
    const tell = (message: unknown): void => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
    }
    const stream = recogniser.open(speakers.length, {
      heard: ({ channel, utterance, text, final, startMs, endMs }) => {
        const event: TranscriptEvent = {
          callId, utteranceId: `audio-${id}-${String(channel)}-${String(utterance)}`, revision: (revision += 1), speaker: speakers[channel] ?? 'caller', text, final,
          startMs: startMs + offsetMs, endMs: endMs + offsetMs, source: 'sherpa-onnx',
        }
        void receive(event).then((receipt) => tell({ ...receipt, speaker: event.speaker, text, final }))
      },
      closed: (reason) => {
        if (reason !== null) tell({ result: 'error', error: 'unavailable', message: reason, field: null })
        socket.close(reason === null ? 1000 : 1011)
      },
    })
    socket.on('error', () => socket.terminate())
    socket.on('message', (data: RawData, binary) => {
      const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)
      if (binary) stream.write(bytes)
      else if (bytes.toString() === 'end') stream.end()
      else tell({ result: 'error', error: 'invalid payload', message: 'send audio as binary frames, or the text "end"', field: null })
    })
    // Whoever hangs up in the middle of a sentence has still said it.
    socket.on('close', () => stream.end())
  }
}
