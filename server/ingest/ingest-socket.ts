import type { Namespace } from 'socket.io'
import type { Receipt, Receiver } from './receive.ts'
import { readingTurns } from './reading-turns.ts'

/** What a sender of transcripts may send on the namespace `/ingest`. */
export interface IngestEvents {
  /** One neutral event. Acknowledged when it is on disk (finals) or taken in (interims). */
  transcript: (event: unknown, ack?: (receipt: Receipt) => void) => void
}

/** Takes transcripts over a websocket. */
export function serveIngest(namespace: Namespace<IngestEvents, Record<string, never>>, { take }: Receiver): void {
  namespace.on('connection', (socket) => {
    const read = readingTurns(socket.conn.transport)
    socket.on('transcript', (event, ack) => {
      read()
      // The wire may carry anything in place of the function.
      take(event, typeof ack === 'function' ? ack : null)
    })
  })
}
