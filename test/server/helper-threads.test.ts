import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const program = `
  import { readdirSync } from 'node:fs'
  import { getPriority } from 'node:os'
  import { Worker } from 'node:worker_threads'
  import { helpersGiveWay } from ${JSON.stringify(new URL('../../server/helper-threads.ts', import.meta.url).href)}
  const helpers = helpersGiveWay()
  const before = readdirSync('/proc/self/task')
  const worker = new Worker('setInterval(() => undefined, 1000)', { eval: true })
  await new Promise((resolve) => worker.once('online', resolve))
  const started = readdirSync('/proc/self/task').filter((id) => !before.includes(id))
  console.log(JSON.stringify({ helpers: helpers.map((id) => getPriority(id)), own: getPriority(process.pid), started: started.map((id) => getPriority(Number(id))) }))
  process.exit()
`
const run = (...args: readonly string[]): { readonly helpers: readonly number[]; readonly own: number; readonly started: readonly number[] } => {
  const said = execFileSync(process.execPath, [...args, '--import', 'tsx', '--input-type=module', '--eval', program], { encoding: 'utf8', cwd: fileURLToPath(new URL('../../', import.meta.url)) })
  return JSON.parse(said) as ReturnType<typeof run>
}

test.runIf(existsSync('/proc/self/task'))('the helpers of V8 give way, the thread that serves and those that it starts do not', () => {
  const { helpers, own, started } = run()
  expect([4, 5]).toContain(helpers.length)
  expect(new Set(helpers)).toEqual(new Set([10]))
  expect(own).toBe(getPriority())
  expect(started.length).toBeGreaterThan(0)
  expect(new Set(started)).toEqual(new Set([getPriority()]))
})
