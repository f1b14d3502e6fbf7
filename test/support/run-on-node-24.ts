import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// npm run -s test:node24 [-- FILES AND OPTIONS OF VITEST]: the unit tests on Node 24, in a second installation that is removed afterwards. Ends with Vitest's code.
// Node comes from the npm registry (headers for addons included), with the better-sqlite3 for it: versions before 13 abort the process there (docs/operations.md).
const sqlite = '13.2.0'
const root = fileURLToPath(new URL('../../', import.meta.url))
const npm = process.env['npm_execpath']
if (npm === undefined) throw new Error('start this with "npm run test:node24"')

const folder = mkdtempSync(join(tmpdir(), 'sunline-node24-'))
const [runtime, copy] = [join(folder, 'runtime'), join(folder, 'sunline')]
try {
  for (const file of execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  mkdirSync(runtime)
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  execFileSync(process.execPath, [npm, 'install', '--prefix', runtime, '--no-save', `${name}@24`], { stdio: 'inherit' })
  const home = join(runtime, 'node_modules', name)
  const node = join(home, 'bin', 'node')
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}`, npm_config_nodedir: home }
  const on24 = (...args: readonly string[]): number | null => spawnSync(node, args, { cwd: copy, env, stdio: 'inherit' }).status
  const must = (...args: readonly string[]): void => {
    const status = on24(...args)
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(status)}`)
  }
  must(npm, 'pkg', 'set', `dependencies.better-sqlite3=${sqlite}`)
  must(npm, 'install')
  must('--print', '`Node ${process.version}, SQLite ${new (require("better-sqlite3"))(":memory:").prepare("select sqlite_version()").pluck().get()}`')
  must('node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn')
  process.exitCode = on24('node_modules/vitest/vitest.mjs', 'run', '--project', 'sqlite', ...process.argv.slice(2)) ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
