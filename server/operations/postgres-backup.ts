import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Client, escapeIdentifier } from 'pg'
import { SunlineError } from '../errors.ts'
import { shownAddress } from '../store/database-address.ts'
import { askPostgres, type CopyFacts, factsOfPostgres, isMade } from './copy-facts.ts'
import { postgresTool } from './postgres-tools.ts'

/**
 * Copies a PostgreSQL database while servers use it, in the custom format of pg_dump: one moment of it, whole, and what it holds at that moment.
 * Throws SunlineError 'not found' without tables, 'conflict' when the target exists, 'unavailable' when the copy cannot be made.
 */
export async function backUpPostgres(address: string, target: string): Promise<CopyFacts> {
  if (existsSync(target)) throw new SunlineError('conflict', `${target} exists already; choose another name`)
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.unfinished`
  try {
    const facts = await askPostgres(address, async (client) => {
      if (!(await isMade(client))) throw new SunlineError('not found', `there is nothing of this program in ${shownAddress(address)}; DATABASE_URL says where it is`)
      await client.query('begin isolation level repeatable read, read only')
      const { rows } = await client.query<{ readonly snapshot: string }>('select pg_export_snapshot() as snapshot')
      const held = await factsOfPostgres(client)
      await postgresTool('pg_dump', ['--format=custom', '--schema=public', '--no-owner', '--no-privileges', `--snapshot=${rows[0]?.snapshot ?? ''}`, `--file=${unfinished}`], address)
      await client.query('commit')
      return held
    })
    await soundCopy(unfinished)
    renameSync(unfinished, target)
    return facts
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/**
 * Puts a copy in the place of what a database holds, which no server may use; what was there is kept in a schema of its own, whose name is returned.
 * Throws SunlineError 'not found' without a copy, 'unavailable' when it is not sound or cannot be put back (then everything is as before), 'conflict' while a server is connected.
 */
export async function restorePostgres(copy: string, address: string, now: Date): Promise<{ readonly facts: CopyFacts; readonly kept: string | null }> {
  if (!existsSync(copy)) throw new SunlineError('not found', `there is no copy ${copy}`)
  await soundCopy(copy)
  return askPostgres(address, async (client) => {
    await refuseInUse(client, address)
    const kept = (await isMade(client)) ? `before_${now.toISOString().replaceAll(/\D/gu, '')}` : null
    if (kept !== null) await client.query(`begin; alter schema public rename to ${escapeIdentifier(kept)}; create schema public; commit`)
    try {
      await postgresTool('pg_restore', ['--schema=public', '--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error', copy], address)
      await client.query('analyze')
      return { facts: await factsOfPostgres(client), kept: kept === null ? null : `the schema ${kept}` }
    } catch (error) {
      if (kept !== null) await client.query(`begin; drop schema public cascade; alter schema ${escapeIdentifier(kept)} rename to public; commit`)
      throw error
    }
  })
}

/** Throws SunlineError 'unavailable' when a file is no copy of a database of this program. */
async function soundCopy(file: string): Promise<void> {
  const said = await postgresTool('pg_restore', ['--list', file]).catch((error: unknown) => {
    throw error instanceof SunlineError && error.message.includes('not installed') ? error : new SunlineError('unavailable', `${file} is not a sound copy of a PostgreSQL database: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (!/TABLE DATA public journal /u.test(said)) throw new SunlineError('unavailable', `${file} is a copy of a database, but not of this program: it has no journal`)
}

async function refuseInUse(client: Client, address: string): Promise<void> {
  const { rows } = await client.query<{ readonly count: string }>("select count(*) as count from pg_stat_activity where datname = current_database() and application_name = 'sunline'")
  const count = Number(rows[0]?.count ?? 0)
  if (count > 0) throw new SunlineError('conflict', `${shownAddress(address)} is in use by ${String(count)} connection(s) of Sunline; stop every server first`)
}
