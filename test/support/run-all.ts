import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumPath } from './chromium.ts'

/** The whole check: browser present, types, lint, client build, every test. Closes with `N passed, N failed`. */

function run(title: string, command: string, args: readonly string[]): void {
  process.stdout.write(`\n== ${title}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    process.stdout.write(`\n${title} failed\n0 passed, 1 failed\n`)
    process.exit(1)
  }
}

function installChromium(): void {
  if (chromiumPath() !== null) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('Package lists', 'apt-get', ['update', '-qq'])
    run('Chromium and a Chinese font', 'apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'])
    return
  }
  process.stdout.write(
    'The browser tests need Chromium. On Debian: sudo apt-get install -y chromium fonts-noto-cjk. ' +
      'Elsewhere: install Chromium or Chrome and set CHROMIUM_PATH to its program.\n0 passed, 1 failed\n',
  )
  process.exit(1)
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

installChromium()
run('Types', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'])
run('Types of the client', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'client/tsconfig.json'])
run('Lint', process.execPath, ['node_modules/oxlint/bin/oxlint', '--deny-warnings'])
run('Client build', process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'])
run('Scripts library', process.execPath, ['--import', 'tsx', 'server/cli.ts', 'flows', 'check'])
process.exitCode = test()
