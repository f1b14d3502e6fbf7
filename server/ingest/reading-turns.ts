import type { WebSocket } from 'ws'

/** Messages that one sender may have read in one turn of the event loop: the rest waits on the wire, so that no sender holds up the others. */
const mostATurn = 64

/** Counts the messages of one sender; beyond a turn's share its websocket is not read until the next turn. `transport`: Engine.IO's over that websocket. */
export function readingTurns(transport: object): () => void {
  const { socket } = transport as { readonly socket: Pick<WebSocket, 'pause' | 'resume'> }
  let read = 0
  const nextTurn = (): void => {
    if (read >= mostATurn) socket.resume()
    read = 0
  }
  return () => {
    if (read === 0) setImmediate(nextTurn)
    read += 1
    if (read === mostATurn) socket.pause()
  }
}
