import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { postgresPrograms } from './postgres-programs.ts'

/** A PostgreSQL server for tests, measurements and trying things out: in a temporary folder, at a free port of this machine. */
export interface PostgresCluster {
  /** The address of its database `postgres`. */
  readonly address: string
  /** The folder of its files. */
  readonly folder: string
  readonly start: () => void
  /** `immediate`: as when the power goes. */
  readonly stop: (how?: 'fast' | 'immediate') => void
  /** Stops it and takes its files away. */
  readonly remove: () => void
}
export interface ClusterOptions {
  /** Whether commits wait for the disk. Tests that kill the machine in their thoughts only need not. */
  readonly fsync?: boolean
  /** Further lines of postgresql.conf. */
  readonly settings?: readonly string[]
}

const longestWaitSeconds = '300'

/** Makes and starts a cluster. Throws with what to install when PostgreSQL is missing. */
export async function postgresCluster({ fsync = false, settings = [] }: ClusterOptions = {}): Promise<PostgresCluster> {
  const programs = postgresPrograms()
  if (programs === null) throw new Error('no PostgreSQL found: install it (on Debian: sudo apt-get install -y postgresql) or put its initdb and pg_ctl on the PATH')
  const home = mkdtempSync(join(tmpdir(), 'sunline-postgres-'))
  const folder = join(home, 'data')
  const port = await freePort()
  // PostgreSQL refuses to run as root.
  const asRoot = process.getuid?.() === 0
  if (asRoot) {
    chmodSync(home, 0o755)
    run('chown', ['postgres', home])
  }
  const program = (name: string, args: readonly string[]): void => (asRoot ? run('runuser', ['-u', 'postgres', '--', join(programs, name), ...args]) : run(join(programs, name), args))
  program('initdb', ['-D', folder, '-U', 'sunline', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'])
  appendFileSync(join(folder, 'postgresql.conf'), [`port = ${String(port)}`, "listen_addresses = '127.0.0.1'", `unix_socket_directories = '${home}'`, 'max_connections = 300', `fsync = ${fsync ? 'on' : 'off'}`, ...settings, ''].join('\n'))
  const start = (): void => program('pg_ctl', ['-D', folder, '-l', join(home, 'log'), '-w', '-t', longestWaitSeconds, '-s', 'start'])
  const stop = (how = 'fast'): void => program('pg_ctl', ['-D', folder, '-m', how, '-w', '-t', longestWaitSeconds, '-s', 'stop'])
  start()
  return {
    address: `postgres://sunline@127.0.0.1:${String(port)}/postgres`,
    folder,
    start,
    stop,
    remove: () => {
      stop('immediate')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function run(command: string, args: readonly string[]): void {
  // The server that pg_ctl leaves behind keeps what it inherits open.
  const { status, error } = spawnSync(command, args, { stdio: 'ignore', cwd: '/' })
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed: ${error?.message ?? `code ${String(status)}`}`)
}
