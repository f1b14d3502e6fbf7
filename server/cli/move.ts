import { readConfig } from '../config.ts'
import { moveToPostgres } from '../operations/move.ts'
import { shownAddress } from '../store/database-address.ts'
import type { Command } from './output.ts'

/** `move ADDRESS`: from an SQLite file to PostgreSQL. */
export const moveCommand: Command = {
  usage: 'move postgres://…',
  summary: 'carry everything from the SQLite file that DATABASE_URL names into an empty PostgreSQL database; the server must be down',
  run: async ([address, ...others], output) => {
    if (address === undefined || others.length > 0) {
      output.fail(`usage: ${moveCommand.usage}`)
      return 2
    }
    const { databaseUrl } = readConfig(process.env)
    const { calls, entries } = await moveToPostgres(databaseUrl, address, (table, rows) => output.print(`${table}\t${String(rows)}`))
    output.print(`${shownAddress(address)}: ${String(calls)} calls, ${String(entries)} entries. Set DATABASE_URL to it, run "sunline verify", and start; reviews are made anew`)
    return 0
  },
}
