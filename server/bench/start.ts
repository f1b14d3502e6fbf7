import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { derivedFolder } from '../library/root.ts'
import { SunlineError } from '../errors.ts'
import { type ServerEntry, serverEntries } from './server-entries.ts'

/** From the start of the process to the line that says it is ready. */
export interface StartTime {
  readonly ms: number
  /** Processor time of all threads, in ms; other work on the machine does not count. NaN where the system does not tell. */
  readonly cpuMs: number
}
export interface StartTimes {
  readonly name: string
  readonly starts: readonly StartTime[]
  readonly median: StartTime
}

/**
 * Starts the server `times` times with an empty database and the whole library: with nothing kept from earlier starts, then with
 * what the start before kept. Throws SunlineError 'internal' when a start fails.
 */
export async function benchStart(times: number): Promise<readonly StartTimes[]> {
  const rows: StartTimes[] = []
  for (const entry of serverEntries()) {
    rows.push(await measured(`${entry.name}, nothing kept`, times, entry, () => rmSync(derivedFolder, { recursive: true, force: true })))
    rows.push(await measured(entry.name, times, entry, () => undefined))
  }
  return rows
}

async function measured(name: string, times: number, entry: ServerEntry, before: () => void): Promise<StartTimes> {
  const starts: StartTime[] = []
  for (let run = 0; run < times; run += 1) {
    before()
    starts.push(await oneStart(entry))
  }
  const middle = (of: (start: StartTime) => number): number => starts.map(of).toSorted((a, b) => a - b)[Math.floor(starts.length / 2)] ?? Number.NaN
  return { name, starts, median: { ms: middle(({ ms }) => ms), cpuMs: middle(({ cpuMs }) => cpuMs) } }
}

/** ms for each clock tick in which Linux counts processor time. */
const msPerTick = 10

function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * msPerTick
  } catch {
    return Number.NaN
  }
}

function oneStart({ args }: ServerEntry): Promise<StartTime> {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-start-'))
  const env = { ...process.env, PORT: '0', DATABASE_URL: join(folder, 'start.db'), LOG_LEVEL: 'info' }
  const started = performance.now()
  const child = spawn(process.execPath, args, { env, cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'pipe', 'pipe'] })
  let ready: StartTime | null = null
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  child.stdout.on('data', (data: Buffer) => {
    if (ready !== null || !data.includes('Sunline is ready')) return
    ready = { ms: performance.now() - started, cpuMs: processorMs(child.pid) }
    child.kill('SIGTERM')
  })
  return new Promise((resolve, reject) => {
    child.once('exit', () => {
      rmSync(folder, { recursive: true, force: true })
      if (ready === null) reject(new SunlineError('internal', `the server did not start: ${said.slice(0, 400)}`))
      else resolve(ready)
    })
  })
}
