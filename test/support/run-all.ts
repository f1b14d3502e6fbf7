import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresPrograms } from '../../server/private-services/postgres-programs.ts'
import { hasRedis } from '../../server/private-services/redis-server.ts'
import { chromiumPath } from './chromium.ts'

/** The whole check: browser, PostgreSQL and Redis present, types, lint, client build, every test. Closes with `N passed, N failed`. */

function run(title: string, command: string, args: readonly string[]): void {
  process.stdout.write(`\n== ${title}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    process.stdout.write(`\n${title} failed\n0 passed, 1 failed\n`)
    process.exit(1)
  }
}

interface Need {
  readonly there: boolean
  /** For the heading of its installation. */
  readonly what: string
  /** Debian's packages. */
  readonly packages: readonly string[]
  /** What else to do where there is no Debian, or no root. */
  readonly elsewhere: string
}
const needs: readonly Need[] = [
  { there: chromiumPath() !== null, what: 'Chromium and a Chinese font', packages: ['chromium', 'fonts-noto-cjk'], elsewhere: 'install Chromium or Chrome and set CHROMIUM_PATH to its program' },
  { there: postgresPrograms() !== null, what: 'PostgreSQL', packages: ['postgresql'], elsewhere: 'install PostgreSQL 13 or newer with initdb and pg_ctl on the PATH' },
  { there: hasRedis(), what: 'Redis', packages: ['redis-server'], elsewhere: 'install Redis 7 or newer with redis-server on the PATH' },
]

/** Installs what the tests need on Debian as root; elsewhere says what to do and ends. */
function installNeeds(): void {
  const missing = needs.filter(({ there }) => !there)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    for (const { what, packages, elsewhere } of missing) process.stdout.write(`The tests need ${what}. On Debian: sudo apt-get install -y ${packages.join(' ')}. Elsewhere: ${elsewhere}.\n`)
    process.stdout.write('0 passed, 1 failed\n')
    process.exit(1)
  }
  run('Package lists', 'apt-get', ['update', '-qq'])
  for (const { what, packages } of missing) run(what, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
}

function test(): number {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-report-'))
  const file = join(folder, 'report.json')
  process.stdout.write('\n== Tests\n')
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { stdio: 'inherit' },
  )
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
  rmSync(folder, { recursive: true, force: true })
  const failed = report === null ? 1 : report.numFailedTests || (status === 0 ? 0 : Math.max(1, report.numFailedTestSuites))
  process.stdout.write(`\n${String(report?.numPassedTests ?? 0)} passed, ${String(failed)} failed\n`)
  return status === 0 && failed === 0 ? 0 : 1
}

installNeeds()
run('Types', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'])
run('Types of the client', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'client/tsconfig.json'])
run('Lint', process.execPath, ['node_modules/oxlint/bin/oxlint', '--deny-warnings'])
run('Client build', process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'])
run('Scripts library', process.execPath, ['--import', 'tsx', 'server/cli.ts', 'flows', 'check'])
process.exitCode = test()
