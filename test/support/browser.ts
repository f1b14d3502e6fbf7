import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { freePort } from '../../server/private-services/free-port.ts'
import { chromiumPath } from './chromium.ts'
import { patienceMs } from './patience.ts'
import { type SpokenCall, spokenCall } from './spoken-call.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export interface Stage {
  readonly address: string
  /** The link in the log that makes the first administrator; null when none was needed. */
  readonly administratorLink: string | null
  /** A new page of a person of the demo who has never been here, the agent unless another is named; null: of nobody yet. */
  readonly page: (person?: string | null) => Promise<Page>
  /** What the pages complained of so far. */
  readonly failures: readonly string[]
  readonly call: (id: string, details?: { readonly callerNumber?: string; readonly queue?: string }) => Promise<SpokenCall>
  /** Kills the server without warning. */
  readonly killServer: () => Promise<void>
  /** Starts the server again, at the same address and on the same database. */
  readonly startServer: () => Promise<void>
  readonly close: () => Promise<void>
}

interface RunningServer {
  readonly process: ChildProcess
  readonly address: string
  readonly link: string | null
}

/** The server as `npm start` runs it. Throws with what it printed when it does not come up. */
async function launch(port: string, database: string, environment: Readonly<Record<string, string>>): Promise<RunningServer> {
  const env = { ...process.env, PORT: port, DATABASE_URL: database, LOG_LEVEL: 'info', SILENCE_SECONDS: '86400', TRIAL_PRIORITY: 'normal', ...environment }
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  let link: string | null = null
  server.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const address = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`the server did not start\n${complaint}`)))
    createInterface(server.stdout).on('line', (line) => {
      const entry = JSON.parse(line) as { readonly address?: string; readonly link?: string }
      link ??= entry.link ?? null
      if (entry.address !== undefined) resolve(entry.address)
    })
  })
  return { process: server, address, link }
}

const kill = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGKILL')
  })

/**
 * The built page in Chromium, before the real server with the whole library, on a free port and a database of its own. `environment`: what the server is told;
 * `fill`: puts into the database what happened before.
 */
export async function stage(environment: Readonly<Record<string, string>> = {}, fill: (database: string) => void = () => undefined): Promise<Stage> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error('no Chromium found: install it, or set CHROMIUM_PATH to its program')
  if (!existsSync(join(root, 'client/dist/index.html'))) throw new Error('the page is not built: run "npm run build" first')
  const folder = mkdtempSync(join(tmpdir(), 'sunline-browser-'))
  const database = join(folder, 'calls.db')
  fill(database)
  // A port of its own, which is still free when the server starts again.
  let server = await launch(String(await freePort()), database, environment)
  const { address } = server
  const browser: Browser = await chromium.launch({ executablePath, args: chromiumFlags, timeout: patienceMs })
  const contexts: BrowserContext[] = []
  const failures: string[] = []
  return {
    address,
    administratorLink: server.link,
    failures,
    page: async (person = 'demo-agent') => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', colorScheme: 'light' })
      contexts.push(context)
      if (person !== null) await context.request.post(`${address}/api/session/demo`, { data: { person } })
      const page = await context.newPage()
      page.setDefaultTimeout(patienceMs)
      page.on('pageerror', ({ message }) => failures.push(message))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) failures.push(message.text())
      })
      return page
    },
    call: (id, details = {}) => spokenCall(address, id, details),
    killServer: () => kill(server.process),
    startServer: async () => {
      server = await launch(new URL(address).port, database, environment)
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await browser.close()
      await kill(server.process)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
