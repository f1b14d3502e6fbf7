import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { SunlineError } from '../errors.ts'
import { verifyAll, verifyCall, type VerifiedCall } from '../quality/verify.ts'
import { openDatabase } from '../store/database.ts'
import { isPostgres } from '../store/database-address.ts'
import type { Command } from './output.ts'

const read = (args: readonly string[]): { readonly callId: string | null; readonly json: boolean } | null => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
    return positionals.length > 1 ? null : { callId: positionals[0] ?? null, json: values.json }
  } catch {
    return null
  }
}

/** `verify [CALL]`: proves that the records of calls are as they were written. */
export const verifyCommand: Command = {
  usage: 'verify [CALL] [--json]',
  summary: 'prove that the journal of one call, or of every call, is untouched; exit 1 names call and entry',
  run: async (args, output) => {
    const asked = read(args)
    if (asked === null) {
      output.fail(`usage: ${verifyCommand.usage}`)
      return 2
    }
    const { databaseUrl } = readConfig(process.env)
    if (!isPostgres(databaseUrl) && !existsSync(databaseUrl)) throw new SunlineError('not found', `there is no database ${databaseUrl}; DATABASE_URL says where it is`)
    const database = await openDatabase(databaseUrl)
    try {
      const sums = { calls: 0, entries: 0, unproven: 0, faults: 0 }
      for await (const call of asked.callId === null ? verifyAll(database) : one(verifyCall(database, asked.callId))) {
        sums.calls += 1
        sums.entries += call.entries
        sums.unproven += call.unproven
        sums.faults += call.faults.length
        for (const fault of call.faults) output.print(asked.json ? JSON.stringify(fault) : `${fault.callId}: ${fault.message}`)
        if (asked.callId !== null && call.faults.length === 0) output.print(asked.json ? JSON.stringify(call) : `${call.callId}: ${String(call.entries)} entries, last hash ${call.hash}`)
      }
      if (asked.json) output.print(JSON.stringify(sums))
      else output.print(`${String(sums.calls)} calls, ${String(sums.entries)} entries: ${sums.faults === 0 ? 'untouched' : `${String(sums.faults)} faults`}${sums.unproven === 0 ? '' : `; ${String(sums.unproven)} entries are older than the chain and prove nothing`}`)
      return sums.faults === 0 ? 0 : 1
    } finally {
      await database.destroy()
    }
  },
}

async function* one(call: Promise<VerifiedCall>): AsyncGenerator<VerifiedCall> {
  yield await call
}
