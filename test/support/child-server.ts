import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../server/private-services/free-port.ts'

/** A server in a process of its own, started again and again on the same port and database. */
export interface ChildServer {
  readonly address: string
  /** Starts it. Resolves when it answers. */
  readonly start: () => Promise<void>
  /** Ends it without warning. Resolves when it is gone. */
  readonly kill: () => Promise<void>
  /** Asks it to end. Resolves to its exit code. */
  readonly stop: () => Promise<number | null>
}

/** `entry`: the script to run; `database`: the address of what it writes to; `environment`: what else it is told. */
export async function childServer(entry: string, database: string, environment: Readonly<Record<string, string>> = {}): Promise<ChildServer> {
  const port = await freePort()
  const address = `http://127.0.0.1:${String(port)}`
  const env = { ...process.env, PORT: String(port), DATABASE_URL: database, LOG_LEVEL: 'error', ...environment }
  let child: ChildProcess | null = null
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
    return child.exitCode
  }
  return {
    address,
    start: async () => {
      const started = spawn(process.execPath, ['--import', 'tsx', entry], { env, stdio: ['ignore', 'inherit', 'inherit'] })
      child = started
      while (!(await answers(address))) {
        if (started.exitCode !== null) throw new Error(`${entry} ended with code ${String(started.exitCode)} before it answered`)
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  )
