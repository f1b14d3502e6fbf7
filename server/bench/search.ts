import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { postgresCluster } from '../private-services/postgres-cluster.ts'
import type { QualityFilter } from '../protocol.ts'
import { namesOf } from '../quality/names.ts'
import { search } from '../quality/search.ts'
import { foldText, marksOf } from '../quality/search-words.ts'
import { loadSamples } from '../samples/sample-file.ts'
import { openDerivedDatabase } from '../store/derived-database.ts'
import type { DialectName } from '../store/migrations.ts'
import type { CallRow } from '../store/tables.ts'
import { utteranceIndex } from '../store/utterance-index.ts'

/** One question, how many utterances answer it (at most 200), and how long the answer took in ms over the runs. */
export interface SearchTiming {
  readonly query: string
  readonly found: number
  readonly medianMs: number
  readonly mostMs: number
  /** Its first word alone, without conditions, by reading utterances one after another (`like '%…%'`) until there are 200. */
  readonly baselineMs: number
}
export interface SearchBench {
  readonly utterances: number
  readonly buildSeconds: number
  readonly timings: readonly SearchTiming[]
}

const utterancesPerCall = 100
const runs = 15
const startedAt = Date.UTC(2026, 0, 1)
/** Between the beginnings of two calls, ms: a year holds a million utterances. */
const callEveryMs = 3_000_000
const agents = 200
const teams = 10

const questions: readonly (QualityFilter & { readonly words: string })[] = [
  { words: '退货' },
  { words: '什么' },
  { words: '我' },
  { words: '不归我们管' },
  { words: '发票 退货' },
  { words: '什么 时候', speaker: 'agent' },
  { words: '修', agent: 'agent-7' },
  { words: '您', team: 'team-3', scenario: 'angry-caller', from: startedAt + 200 * 86_400_000, to: startedAt + 230 * 86_400_000 },
  { words: '从来没有人说过的话' },
]

/** An empty database of its own, and what takes it away. */
async function emptyDatabase(store: DialectName): Promise<{ readonly address: string; readonly remove: () => void }> {
  if (store === 'postgres') return postgresCluster()
  const folder = mkdtempSync(join(tmpdir(), 'sunline-search-'))
  return { address: join(folder, 'search.db'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Fills a database of its own with generated calls, whose sentences are halves of sample sentences put together anew, and times the search over it. */
export async function benchSearch(utterances: number, store: DialectName): Promise<SearchBench> {
  const { address, remove } = await emptyDatabase(store)
  const database = await openDerivedDatabase(address)
  try {
    const begun = performance.now()
    const samples = loadSamples(fileURLToPath(new URL('../../data/sample-calls', import.meta.url)))
    const sentences = samples.flatMap(({ turns }) => turns.map(({ text }) => text))
    const scenarios = samples.map(({ scenario }) => scenario)
    const random = generator(1)
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const half = (text: string, second: boolean): string => (second ? text.slice(Math.floor(text.length / 2)) : text.slice(0, Math.floor(text.length / 2)))
    for (let number = 0; number < utterances / utterancesPerCall; number += 1) {
      const call = callRow(number, one(scenarios))
      await database.transaction().execute(async (transaction) => {
        await transaction.insertInto('calls').values(call).execute()
        const rows = Array.from({ length: utterancesPerCall }, (_, turn) => {
          const text = `${half(one(sentences), false)}${half(one(sentences), true)}`
          const whose = { agent: call.agent, agent_id: call.agent_id, team: call.team, origin: call.origin, scenario: call.scenario }
          const row = { ...whose, call_id: call.id, utterance_id: `u${String(turn)}`, speaker: turn % 2 === 0 ? ('agent' as const) : ('caller' as const), text, at: call.started_at + turn * 3_000, at_ms: turn * 3_000 }
          return { row, characters: foldText(text).characters }
        })
        await utteranceIndex(database).replace(transaction, call.id, rows)
      })
    }
    // In service PostgreSQL does this by itself within a minute.
    if (store === 'postgres') await sql`vacuum analyze utterance_words`.execute(database)
    const buildSeconds = (performance.now() - begun) / 1_000
    const timings: SearchTiming[] = []
    const names = await namesOf(database, null)
    for (const { words, ...filter } of questions) {
      const taken: number[] = []
      let found = 0
      for (let run = 0; run < runs; run += 1) {
        const from = performance.now()
        found = (await search(database, names, { ...filter, words }, null, 200)).found.length
        taken.push(performance.now() - from)
      }
      taken.sort((left, right) => left - right)
      const baseline = performance.now()
      const all = await sql<{ readonly text: string }>`select text from utterances where text like ${`%${words.split(' ')[0] ?? ''}%`} order by id desc limit 200`.execute(database)
      for (const { text } of all.rows) marksOf(text, [words])
      const named = [words, ...Object.entries(filter).map(([field, value]) => `${field}=${String(value)}`)].join(' · ')
      timings.push({ query: named, found, medianMs: taken[Math.floor(runs / 2)] ?? 0, mostMs: taken.at(-1) ?? 0, baselineMs: performance.now() - baseline })
    }
    return { utterances, buildSeconds, timings }
  } finally {
    await database.destroy()
    remove()
  }
}

function callRow(number: number, scenario: string): CallRow {
  const agent = number % agents
  const startedAtMs = startedAt + number * callEveryMs
  return {
    id: `bench-${String(number)}`, agent: `agent-${String(agent)}`, agent_id: `agent-${String(agent)}`, team: `team-${String(agent % teams)}`, origin: 'live', caller_number: '', queue: '',
    status: 'closed', scenario, started_at: startedAtMs, ended_at: startedAtMs + utterancesPerCall * 3_000, outcome: 'closed', library_version: 'bench',
  }
}

/** The same row of numbers from 0 to 1 in every run (mulberry32, Tommy Ettinger 2017). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
