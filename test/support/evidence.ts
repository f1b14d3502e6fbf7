import { vi } from 'vitest'
import { verifyCommand } from '../../server/cli/verify.ts'
import { type Database, openDatabase } from '../../server/store/database.ts'
import { openStore } from '../../server/store/store.ts'
import { fakeEngine } from './fake-engine.ts'
import { playPastCalls } from './past-calls.ts'

const said = ['您好', '修了3次了', '这事不归我管', '那找谁']

/** Two calls, `c1` and `c2`, committed and reviewed as the running server does. */
export async function twoCalls(address: string, open: typeof openStore = openStore): Promise<void> {
  const store = await open(address)
  const turns = said.map((text, number) => ({ at: number * 3_000, speaker: number % 2 === 0 ? ('agent' as const) : ('caller' as const), text }))
  const agent = { agent: '李敏', agentId: null, team: null }
  await playPastCalls(store, fakeEngine, [{ id: 'c1', startedAt: 1_000_000, agent, turns }, { id: 'c2', startedAt: 2_000_000, agent, turns }])
  const reviewer = store.reviewer(() => undefined)
  await reviewer.review({ points: {}, calls: null })
  await reviewer.stop()
  await store.close()
}

/** What `sunline verify` prints about a database, and its exit code. */
export async function verify(address: string, ...args: readonly string[]): Promise<{ readonly lines: readonly string[]; readonly code: number }> {
  vi.stubEnv('DATABASE_URL', address)
  const lines: string[] = []
  const code = await verifyCommand.run(args, { print: (line) => void lines.push(line), fail: (line) => void lines.push(line) })
  vi.unstubAllEnvs()
  return { lines, code }
}

/** Does something to a database that the program would not. */
export async function tamper<T>(address: string, by: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(address)
  try {
    return await by(database)
  } finally {
    await database.destroy()
  }
}
