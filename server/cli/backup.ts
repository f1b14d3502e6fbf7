import { readConfig } from '../config.ts'
import { backUp, restoreFrom } from '../operations/backup.ts'
import type { CopyFacts } from '../operations/copy-facts.ts'
import { shownAddress } from '../store/database-address.ts'
import type { Command } from './output.ts'

const tell = ({ migration, calls, entries, newest }: CopyFacts): string =>
  `migration ${String(migration)}, ${String(calls)} calls, ${String(entries)} entries${newest === null ? '' : `, the newest call of ${new Date(newest).toISOString()}`}`

/** `backup FILE`: a copy of the database, taken while the server runs. */
export const backupCommand: Command = {
  usage: 'backup FILE',
  summary: 'copy the database while the server runs, and check the copy',
  run: async ([target, ...others], output) => {
    if (target === undefined || others.length > 0) {
      output.fail(`usage: ${backupCommand.usage}`)
      return 2
    }
    output.print(`${target}: ${tell(await backUp(readConfig(process.env).databaseUrl, target))}`)
    return 0
  },
}

/** `restore FILE`: puts a copy in the place of the database of a server that is down. */
export const restoreCommand: Command = {
  usage: 'restore FILE',
  summary: 'put a copy in the place of the database; every server must be down, what was there is kept beside it',
  run: async ([copy, ...others], output) => {
    if (copy === undefined || others.length > 0) {
      output.fail(`usage: ${restoreCommand.usage}`)
      return 2
    }
    const { databaseUrl } = readConfig(process.env)
    const { facts, kept } = await restoreFrom(copy, databaseUrl, new Date())
    output.print(`${shownAddress(databaseUrl)}: ${tell(facts)}`)
    if (kept !== null) output.print(`what was there before is kept as ${kept}`)
    return 0
  },
}
