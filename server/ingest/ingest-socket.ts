import type { Namespace } from 'socket.io'
import type { Receipt, Receiver } from './receive.ts'

/** What a sender of transcripts may send on the namespace `/ingest`. */
export interface IngestEvents {
  /** One neutral event. Acknowledged when it is on disk (finals) or taken in (interims). */
  transcript: (event: unknown, ack?: (receipt: Receipt) => void) => void
}

/** Takes transcripts over a websocket. */
export function serveIngest(namespace: Namespace<IngestEvents, Record<string, never>>, { receive }: Receiver): void {
  namespace.on('connection', (socket) => {
    socket.on('transcript', (event, ack) => {
      const receipt = receive(event)
      // The wire may carry anything in place of the function.
      if (typeof ack === 'function') void receipt.then((each) => ack(each))
    })
  })
}
