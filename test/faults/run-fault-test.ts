import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../server/private-services/free-port.ts'
import { diskFaults, type Fault, faults } from './faults.ts'
import { nodeOutcomes } from './node-scene.ts'
import type { Outcome } from './outcome.ts'
import { steadySenders } from './steady-senders.ts'

// npm run -s fault-test [-- --nodes] [--write-docs]: the whole product, with calls going on, and one thing after the other that goes wrong. --nodes: the faults of several nodes only.
const calls = 6
const root = fileURLToPath(new URL('../../', import.meta.url))
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function suffer(fault: Fault, folder: string): Promise<Outcome> {
  const port = await freePort()
  const address = `http://127.0.0.1:${String(port)}`
  const env = { ...process.env, PORT: String(port), DATABASE_URL: join(folder, 'calls.db'), LOG_LEVEL: 'silent', SILENCE_SECONDS: '86400' }
  let child: ChildProcess | null = null
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['--max-semi-space-size=64', '--heap-growing-percent=200', 'server/dist/main.js'], { cwd: root, env, stdio: 'ignore' })
    for (;;) {
      if (await fetch(`${address}/health`).then(({ ok }) => ok, () => false)) return
      await wait(50)
    }
  }
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await start()
  const senders = steadySenders(address, calls)
  try {
    await wait(1_500)
    const seen = await fault.act({ address, folder, senders, kill, start, signal: (signal) => void child?.kill(signal) })
    await senders.stop()
    const acknowledged = [...senders.acknowledged.values()].reduce((sum, ids) => sum + ids.length, 0)
    return { name: fault.name, promised: fault.promised, seen, acknowledged, amiss: await senders.amiss() }
  } finally {
    senders.close()
    await kill()
  }
}

/** A small disk of its own; without the right to mount one, null. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

const outcomes: Outcome[] = []
const only = process.argv.includes('--nodes')
for (const fault of only ? [] : faults) {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-fault-'))
  outcomes.push(await suffer(fault, folder))
  rmSync(folder, { recursive: true, force: true })
}
for (const fault of only ? [] : diskFaults) {
  const folder = smallDisk()
  if (folder === null) {
    outcomes.push({ name: fault.name, promised: fault.promised, seen: 'not run: only root can mount a small disk', acknowledged: 0, amiss: [] })
    continue
  }
  outcomes.push(await suffer(fault, folder))
  execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
}
outcomes.push(...(await nodeOutcomes(calls)))
for (const { name, seen, acknowledged, amiss } of outcomes) process.stdout.write(`${amiss.length === 0 ? 'ok ' : 'BAD'} ${name}: ${String(acknowledged)} acknowledged, ${String(amiss.length)} lost or doubled; ${seen}\n`)
if (process.argv.includes('--write-docs') && !only) {
  const rows = outcomes.map(({ name, promised, seen, acknowledged, amiss }) => `| ${name} | ${promised} | ${String(acknowledged)} acknowledged, ${String(amiss.length)} lost or doubled; ${seen} |`)
  const text = [
    '# Reliability',
    '',
    `Written by \`npm run -s fault-test -- --write-docs\` (after \`npm run build\`): ${String(calls)} calls go on speaking while one thing after the other goes wrong; every sender repeats what is not acknowledged, and at the end every acknowledged utterance is looked up on the screen.`,
    '`npm run -s kill-test -- 50` kills the server more often and compares whole screens; `test/simulation` runs ten thousand seeded schedules of crashes, repeats and two writers.',
    'From the first fault that names two nodes on: two nodes over one PostgreSQL and one Redis behind a balancer ([cluster.md](cluster.md)), with agents\' pages that make about half of the words arrive at the wrong node. `npm run -s fault-test -- --nodes` tries these only.',
    '',
    '| what goes wrong | what is promised | what was seen |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'Not tried: a disk that turns read-only, jumps of the clock, a power cut of a real disk (commits are `synchronous=FULL`); of several nodes, a machine that loses its power.',
    '',
  ]
  writeFileSync(join(root, 'docs/reliability.md'), text.join('\n'))
}
process.exit(outcomes.some(({ amiss }) => amiss.length > 0) ? 1 : 0)
