import { createWriteStream, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import type { Disk } from './disks.ts'
import type { Senders } from './steady-senders.ts'

/** Where a fault happens. */
export interface Scene {
  readonly address: string
  readonly disk: Disk
  readonly senders: Senders
  readonly signal: (signal: NodeJS.Signals) => void
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** Notes something that breaks the promise, besides what is looked up after every fault. */
  readonly wrong: (what: string) => void
}
/** One thing that can go wrong. `act` resolves to what was seen besides what is checked after every fault. */
export interface Fault {
  readonly name: string
  readonly promised: string
  /** The disk that it needs and only root can mount: a small one, or one that can fail. */
  readonly disk?: 'small' | 'failing'
  /** What the server is told besides. */
  readonly environment?: Readonly<Record<string, string>>
  readonly act: (scene: Scene) => Promise<string>
}
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** What /health answers, or that it does not. */
export const health = async (address: string): Promise<string> => {
  try {
    const { status } = await fetch(`${address}/health`, { signal: AbortSignal.timeout(2_000) })
    return String(status)
  } catch {
    return 'no answer'
  }
}

const killed: Fault = {
  name: 'SIGKILL of the server',
  promised: 'what was acknowledged is there after the start, once',
  act: async ({ kill, start, senders }) => {
    senders.slowest()
    for (let times = 0; times < 3; times += 1) {
      await wait(700)
      await kill()
      await start()
    }
    await wait(500)
    return `3 kills; the longest wait for an acknowledgement was ${String(Math.round(senders.slowest()))} ms, restarts included`
  },
}
const stopped: Fault = {
  name: 'the process stands still for 5 s (SIGSTOP)',
  promised: 'nothing is lost or doubled; senders wait',
  act: async ({ signal, senders }) => {
    senders.slowest()
    signal('SIGSTOP')
    await wait(5_000)
    signal('SIGCONT')
    await wait(1_500)
    return `the longest wait for an acknowledgement was ${String(Math.round(senders.slowest()))} ms`
  },
}
const full: Fault = {
  name: 'disk full',
  promised: 'what cannot be written is refused with a reason, /health says 503, and all goes on when there is room again',
  disk: 'small',
  act: async ({ address, disk: { folder }, senders }) => {
    const ballast = join(folder, 'ballast')
    await new Promise<void>((resolve) => {
      const stream = createWriteStream(ballast)
      stream.once('error', () => resolve())
      const fill = (): void => void stream.write(Buffer.alloc(1_048_576), (error) => (error ? resolve() : fill()))
      fill()
    })
    await wait(2_500)
    const during = await health(address)
    rmSync(ballast)
    await wait(2_500)
    return `/health ${during} while full, ${await health(address)} after; senders were told "${[...senders.refusals].find((refusal) => refusal.includes('disk')) ?? 'nothing'}"`
  },
}
const resent: Fault = {
  name: 'a recogniser reconnects and sends everything again',
  promised: 'every repeat is stale and changes nothing',
  act: async ({ senders }) => `answers to the repeats: ${(await senders.sayAllAgain()).join(', ')}`,
}
const slowBrowser: Fault = {
  name: 'a browser that never reads',
  promised: 'it is cut off; nobody else waits for it',
  act: async ({ address, senders }) => {
    const deaf = io(address, { transports: ['websocket'], forceNew: true, reconnection: false })
    await deaf.timeout(5_000).emitWithAck('call:watch', { callId: 'fault-0' })
    const { _socket: wire } = (deaf.io.engine.transport as unknown as { readonly ws: { readonly _socket: Socket } }).ws
    wire.pause()
    senders.slowest()
    await wait(3_000)
    const slowest = Math.round(senders.slowest())
    deaf.disconnect()
    wire.destroy()
    return `the longest wait for an acknowledgement beside it was ${String(slowest)} ms`
  },
}
const flapping: Fault = {
  name: 'the network between browser and server is cut and comes back, five times',
  promised: 'the browser knows that it is cut off, comes back by itself, and shows what the server shows',
  act: async ({ address }) => {
    const target = new URL(address)
    const lines = new Set<Socket>()
    let open = true
    const proxy = createServer((near) => {
      if (!open) return near.destroy()
      const far = connect(Number(target.port), target.hostname)
      near.pipe(far).pipe(near)
      for (const end of [near, far]) {
        lines.add(end)
        end.on('error', () => end.destroy()).on('close', () => lines.delete(end))
      }
      return undefined
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => proxy.once('listening', resolve))
    const { port } = proxy.address() as { readonly port: number }
    const browser = io(`http://127.0.0.1:${String(port)}`, { transports: ['websocket'], forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 300 })
    let cuts = 0
    browser.on('disconnect', () => (cuts += 1))
    await browser.timeout(5_000).emitWithAck('call:watch', { callId: 'fault-0' })
    for (let times = 0; times < 5; times += 1) {
      open = false
      for (const line of lines) line.destroy()
      await wait(400)
      open = true
      await wait(900)
    }
    const [back, noticed] = [browser.connected, cuts]
    browser.disconnect()
    proxy.close()
    for (const line of lines) line.destroy()
    return `it noticed ${String(noticed)} of 5 cuts and was ${back ? 'connected' : 'not connected'} at the end`
  },
}

/** What others do to the program, and it to itself. */
export const faults: readonly Fault[] = [killed, stopped, resent, slowBrowser, flapping, full]
