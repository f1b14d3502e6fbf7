import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machine, writeMarked } from '../../server/bench/marked-document.ts'
import { freePort } from '../../server/private-services/free-port.ts'
import { type Disk, failingDisk, ordinaryDisk, smallDisk } from './disks.ts'
import { type Fault, faults } from './faults.ts'
import { machineFaults } from './machine-faults.ts'
import { nodeOutcomes } from './node-scene.ts'
import type { Outcome } from './outcome.ts'
import { steadySenders } from './steady-senders.ts'

// npm run -s fault-test [-- --nodes | --only WORDS] [--write-docs]: the whole product, with calls going on, and one thing after the other that goes wrong.
// --nodes: the faults of several nodes only. --only: those of one server whose name has these words.
const calls = 6
const root = fileURLToPath(new URL('../../', import.meta.url))
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function suffer(fault: Fault, disk: Disk): Promise<Outcome> {
  const port = await freePort()
  const address = `http://127.0.0.1:${String(port)}`
  const env = { ...process.env, PORT: String(port), DATABASE_URL: join(disk.folder, 'calls.db'), LOG_LEVEL: 'silent', SILENCE_SECONDS: '86400', ...fault.environment }
  let child: ChildProcess | null = null
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['--max-semi-space-size=16', '--heap-growing-percent=200', 'server/dist/main.js'], { cwd: root, env, stdio: 'ignore' })
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
  const wrong: string[] = []
  try {
    await wait(1_500)
    const seen = await fault.act({ address, disk, senders, kill, start, signal: (signal) => void child?.kill(signal), wrong: (what) => void wrong.push(what) })
    await senders.stop()
    const acknowledged = [...senders.acknowledged.values()].reduce((sum, ids) => sum + ids.length, 0)
    return { name: fault.name, promised: fault.promised, seen, acknowledged, amiss: [...wrong, ...(await senders.amiss())] }
  } finally {
    senders.close()
    await kill()
  }
}

const disks = { small: smallDisk, failing: failingDisk } as const
const { values } = parseArgs({ options: { nodes: { type: 'boolean', default: false }, only: { type: 'string' }, 'write-docs': { type: 'boolean', default: false } } })
const { nodes, only } = values
const outcomes: Outcome[] = []
for (const fault of nodes ? [] : [...faults, ...machineFaults].filter(({ name }) => name.includes(only ?? ''))) {
  const disk = fault.disk ? disks[fault.disk]() : ordinaryDisk()
  if (disk === null) {
    outcomes.push({ name: fault.name, promised: fault.promised, seen: 'not run: only root can mount a disk', acknowledged: 0, amiss: [] })
    continue
  }
  try {
    outcomes.push(await suffer(fault, disk))
  } finally {
    disk.remove()
  }
}
if (only === undefined) outcomes.push(...(await nodeOutcomes(calls)))
for (const { name, seen, acknowledged, amiss } of outcomes) process.stdout.write(`${amiss.length === 0 ? 'ok ' : 'BAD'} ${name}: ${String(acknowledged)} acknowledged, ${String(amiss.length)} amiss; ${seen}\n${amiss.map((each) => `    ${each}\n`).join('')}`)
if (values['write-docs'] && !nodes && only === undefined) {
  writeMarked('reliability.md', 'faults', [
    machine(),
    '',
    '| what goes wrong | what is promised | what was seen |',
    '| --- | --- | --- |',
    ...outcomes.map(({ name, promised, seen, acknowledged, amiss }) => `| ${name} | ${promised} | ${String(acknowledged)} acknowledged, ${String(amiss.length)} lost, doubled or otherwise amiss; ${seen} |`),
  ])
}
process.exit(outcomes.some(({ amiss }) => amiss.length > 0) ? 1 : 0)
