import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createHttp } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

/** A telephone system of a test: speaks its protocol on a free port of this machine. */
export interface FakeSystem {
  readonly port: number
  /** Resolves when somebody has signed in and listens; again for each connection. */
  readonly listening: () => Promise<void>
  /** Sends one event to whoever listens. */
  readonly send: (event: Readonly<Record<string, unknown>>) => void
  /** The channels that it says there are when it is asked. */
  readonly channels: Set<string>
  /** How many listen. */
  readonly listeners: () => number
  /** Cuts every connection, as a restart does. */
  readonly cut: () => void
  /** What clients sent so far. */
  readonly heard: readonly string[]
  readonly stop: () => Promise<void>
}

interface Signal {
  readonly fire: () => void
  readonly next: () => Promise<void>
}
function signal(): Signal {
  let ready = 0
  const waiting: (() => void)[] = []
  return {
    fire: () => {
      const first = waiting.shift()
      if (first) first()
      else ready += 1
    },
    next: () => {
      if (ready === 0) return new Promise((resolve) => waiting.push(resolve))
      ready -= 1
      return Promise.resolve()
    },
  }
}

async function tcpSystem(greet: (socket: Socket) => void, answer: (text: string, socket: Socket, listening: () => void, channels: ReadonlySet<string>) => void, send: (event: Readonly<Record<string, unknown>>) => string): Promise<FakeSystem> {
  const sockets = new Set<Socket>()
  const heard: string[] = []
  const channels = new Set<string>()
  const listening = signal()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      heard.push(chunk.toString())
      answer(chunk.toString(), socket, listening.fire, channels)
    })
    greet(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    listening: listening.next,
    heard,
    channels,
    listeners: () => sockets.size,
    send: (event) => {
      const text = Buffer.from(send(event))
      // In pieces, as networks do.
      for (const socket of sockets) for (let at = 0; at < text.length; at += 37) socket.write(text.subarray(at, at + 37))
    },
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** FreeSWITCH's event socket with the password ClueCon. */
export const fakeFreeswitch = (): Promise<FakeSystem> =>
  tcpSystem(
    (socket) => socket.write('Content-Type: auth/request\n\n'),
    (text, socket, listening, channels) => {
      for (const [, channel = ''] of text.matchAll(/^api uuid_exists (\S+)$/gmu)) {
        const there = String(channels.has(channel))
        socket.write(`Content-Type: api/response\nContent-Length: ${String(there.length)}\n\n${there}`)
      }
      if (text.startsWith('auth ')) return void socket.write(text === 'auth ClueCon\n\n' ? 'Content-Type: command/reply\nReply-Text: +OK accepted\n\n' : 'Content-Type: command/reply\nReply-Text: -ERR invalid\n\n')
      if (!text.startsWith('event json CHANNEL_ANSWER')) return
      socket.write('Content-Type: command/reply\nReply-Text: +OK event listener enabled json\n\n', listening)
    },
    (event) => {
      const body = JSON.stringify(event)
      return `Content-Length: ${String(Buffer.byteLength(body))}\nContent-Type: text/event-json\n\n${body}`
    },
  )

/** Asterisk's manager with the user sunline and the secret s3cret. */
export const fakeAsterisk = (): Promise<FakeSystem> =>
  tcpSystem(
    (socket) => socket.write('Asterisk Call Manager/8.0.2\r\n'),
    (text, socket, listening, channels) => {
      if (text.startsWith('Action: Status\r\n')) {
        const id = /ActionID: (\S+)/u.exec(text)?.[1] ?? ''
        socket.write(`Response: Success\r\nActionID: ${id}\r\nEventList: start\r\nMessage: Channel status will follow\r\n\r\n`)
        for (const channel of channels) socket.write(`Event: Status\r\nActionID: ${id}\r\nPrivilege: Call\r\nUniqueid: ${channel}\r\nLinkedid: ${channel}\r\n\r\n`)
        return void socket.write(`Event: StatusComplete\r\nActionID: ${id}\r\nEventList: Complete\r\nItems: ${String(channels.size)}\r\n\r\n`)
      }
      const right = text.includes('Username: sunline\r\nSecret: s3cret\r\n')
      socket.write(right ? 'Response: Success\r\nActionID: sunline\r\nMessage: Authentication accepted\r\n\r\nEvent: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted\r\n\r\n' : 'Response: Error\r\nMessage: Authentication failed\r\n\r\n', () => right && listening())
    },
    (event) => `${Object.entries(event).map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')}\r\n`,
  )

/** Asterisk's REST interface with the user sunline and the password s3cret. */
export async function fakeAri(): Promise<FakeSystem> {
  const heard: string[] = []
  const listening = signal()
  const channels = new Set<string>()
  const http = createHttp((request, answer) => {
    heard.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`)
    answer.setHeader('content-type', 'application/json')
    answer.end(JSON.stringify([...channels].map((id) => ({ id, state: 'Up' }))))
  })
  const sockets = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) => {
    heard.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`)
    if (request.headers.authorization !== `Basic ${Buffer.from('sunline:s3cret').toString('base64')}`) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, () => listening.fire())
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const each = (act: (socket: WebSocket) => void): void => {
    for (const socket of sockets.clients) act(socket)
  }
  return {
    port: (http.address() as AddressInfo).port,
    listening: listening.next,
    heard,
    channels,
    listeners: () => sockets.clients.size,
    send: (event) => each((socket) => socket.send(JSON.stringify(event))),
    cut: () => each((socket) => socket.terminate()),
    stop: async () => {
      each((socket) => socket.terminate())
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}
