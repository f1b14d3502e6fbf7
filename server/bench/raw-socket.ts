import { WebSocket } from 'ws'

/** A Socket.IO connection read frame by frame: a load client must cost less than what it measures. */
export interface RawSocket {
  readonly emit: (event: string, payload: unknown) => void
  /** Sends and calls back with the reply. */
  readonly ask: <T>(event: string, payload: unknown, answered: (reply: T) => void) => void
  readonly close: () => void
}

/**
 * Connects to a namespace of a Socket.IO server (protocol 5 over Engine.IO 4, websocket only).
 * `heard` gets each event as the JSON text of its array; `cut` hears that the connection ended by itself. Rejects when the server cannot be reached.
 */
export function rawSocket(address: string, namespace: '/' | '/ingest', heard: (json: string) => void, cut: () => void): Promise<RawSocket> {
  const prefix = namespace === '/' ? '' : `${namespace},`
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false, skipUTF8Validation: true })
  const waiting = new Map<string, (reply: unknown) => void>()
  let asked = 0
  let open = false
  const raw: RawSocket = {
    emit: (event, payload) => socket.send(`42${prefix}${JSON.stringify([event, payload])}`),
    ask: (event, payload, answered) => {
      asked += 1
      waiting.set(String(asked), answered as (reply: unknown) => void)
      socket.send(`42${prefix}${String(asked)}${JSON.stringify([event, payload])}`)
    },
    close: () => {
      open = false
      socket.close()
    },
  }
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => {
      if (open) cut()
    })
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      const kind = text.slice(0, 2)
      if (kind === '42') heard(text.slice(2 + prefix.length))
      else if (kind === '43') {
        const start = text.indexOf('[')
        const id = text.slice(2 + prefix.length, start)
        waiting.get(id)?.((JSON.parse(text.slice(start)) as readonly unknown[])[0])
        waiting.delete(id)
      } else if (kind === '2') socket.send('3')
      else if (kind === '40') {
        open = true
        resolve(raw)
      } else if (kind.startsWith('0')) socket.send(`40${prefix}`)
    })
  })
}
