import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

/** A Redis for tests, measurements and trying things out: nothing on disk, at a free port of this machine. */
export interface PrivateRedis {
  readonly address: string
  readonly pid: () => number
  /** Resolves when it answers. */
  readonly start: () => Promise<void>
  readonly signal: (signal: NodeJS.Signals) => void
  /** Ends it without warning. Resolves when it is gone. */
  readonly kill: () => Promise<void>
  /** Ends it and takes its folder away. */
  readonly remove: () => Promise<void>
}

/** Whether Redis is installed. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0

/** Starts a Redis. Throws with what to install when there is none. */
export async function privateRedis(): Promise<PrivateRedis> {
  if (!hasRedis()) throw new Error('no Redis found: install it (on Debian: sudo apt-get install -y redis-server) or put redis-server on the PATH')
  const folder = mkdtempSync(join(tmpdir(), 'sunline-redis-'))
  const port = await freePort()
  let child: ChildProcess | null = null
  const start = async (): Promise<void> => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder, '--logfile', join(folder, 'log')]
    child = spawn('redis-server', options, { stdio: 'ignore' })
    while (!(await listens(port))) {
      if (child.exitCode !== null) throw new Error(`redis-server ended with code ${String(child.exitCode)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    address: `redis://127.0.0.1:${String(port)}`,
    pid: () => child?.pid ?? 0,
    start,
    signal: (signal) => void child?.kill(signal),
    kill,
    remove: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
