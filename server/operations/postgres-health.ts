import type { Client } from 'pg'
import { shownAddress } from '../store/database-address.ts'
import { migrationsFor } from '../store/migrations.ts'
import { askPostgres, factsOfPostgres, isMade } from './copy-facts.ts'
import { type Diagnosis, writeDiagnosis, writes } from './diagnosis.ts'

/** The oldest PostgreSQL on which this program is tried, and how far its clock may be from ours, ms. */
const oldestVersion = 13
const mostApartMs = 1_000
/** Connections that one process may take; see `store.ts`. */
const perProcess = 12

interface Settings {
  readonly version: number
  readonly fsync: string
  readonly commit: string
  readonly most: number
  readonly used: number
  /** How far the clock of the database is ahead, ms. */
  readonly apart: number
}

/** Looks a PostgreSQL database over: whether it answers, holds the tables of this program, keeps what it acknowledges, and how fast. Changes nothing. */
export async function examinePostgres(address: string): Promise<readonly Diagnosis[]> {
  try {
    return await askPostgres(address, async (client) => {
      const settings = await settingsOf(client)
      return [await tables(client, address), durability(settings), connections(settings), clocks(settings), writeDiagnosis('commits', await commitTimes(client))]
    })
  } catch (error) {
    return [{ what: 'database', verdict: 'bad', says: `${error instanceof Error ? error.message : String(error)}; check DATABASE_URL and the server` }]
  }
}

async function settingsOf(client: Client): Promise<Settings> {
  const before = Date.now()
  const { rows } = await client.query<Record<keyof Settings, string>>(`
    select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('max_connections') as most, (select count(*) from pg_stat_activity where backend_type = 'client backend') as used, extract(epoch from clock_timestamp()) * 1000 as apart`)
  const [row] = rows
  const middle = (before + Date.now()) / 2
  return { version: Number(row?.version), fsync: row?.fsync ?? '', commit: row?.commit ?? '', most: Number(row?.most), used: Number(row?.used), apart: Number(row?.apart) - middle }
}

async function tables(client: Client, address: string): Promise<Diagnosis> {
  const what = 'database'
  const shown = shownAddress(address)
  if (!(await isMade(client))) return { what, verdict: 'good', says: `${shown} answers; its tables will be made at the first start` }
  const { calls, entries, migration } = await factsOfPostgres(client)
  const known = migrationsFor('postgres').at(-1)?.number ?? 0
  if (migration > known) return { what, verdict: 'bad', says: `${shown} is at migration ${String(migration)}, this program knows ${String(known)}; install a newer version` }
  return { what, verdict: 'good', says: `${shown}: migration ${String(migration)}, ${String(calls)} calls, ${String(entries)} entries` }
}

function durability({ version, fsync, commit }: Settings): Diagnosis {
  const what = 'PostgreSQL'
  if (version < oldestVersion) return { what, verdict: 'doubtful', says: `version ${String(version)} is older than ${String(oldestVersion)}, the oldest that is tried` }
  if (fsync !== 'on') return { what, verdict: 'bad', says: 'fsync is off: what is acknowledged is lost when the power goes; set fsync = on' }
  return { what, verdict: 'good', says: `version ${String(version)}, fsync on, synchronous_commit ${commit}${commit === 'off' ? ' (journals set it to on for themselves)' : ''}` }
}

function connections({ most, used }: Settings): Diagnosis {
  const free = most - used
  const says = `${String(used)} of ${String(most)} in use; each process of Sunline takes up to ${String(perProcess)}`
  return { what: 'connections', verdict: free >= perProcess ? 'good' : 'doubtful', says: free >= perProcess ? says : `${says}; raise max_connections` }
}

function clocks({ apart }: Settings): Diagnosis {
  const says = `the clock of the database is ${Math.abs(apart).toFixed(0)} ms ${apart < 0 ? 'behind' : 'ahead'}`
  return { what: 'clock', verdict: Math.abs(apart) <= mostApartMs ? 'good' : 'doubtful', says: Math.abs(apart) <= mostApartMs ? says : `${says}; let every machine follow one time server` }
}

/** ms of commits that leave nothing behind but a line in the write-ahead log. */
async function commitTimes(client: Client): Promise<readonly number[]> {
  await client.query('set synchronous_commit = on')
  const times: number[] = []
  for (let write = 0; write < writes; write += 1) {
    const from = performance.now()
    await client.query("select pg_logical_emit_message(true, 'sunline', 'doctor')")
    times.push(performance.now() - from)
  }
  return times
}
