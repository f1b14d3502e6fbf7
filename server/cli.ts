import { auditCommand } from './cli/audit.ts'
import { backupCommand, restoreCommand } from './cli/backup.ts'
import { benchCommand } from './cli/bench.ts'
import { doctorCommand } from './cli/doctor.ts'
import { flowsCommand } from './cli/flows.ts'
import { importCommand } from './cli/import.ts'
import { libraryCommand } from './cli/library.ts'
import { moveCommand } from './cli/move.ts'
import { type Command, terminal } from './cli/output.ts'
import { replayCommand } from './cli/replay.ts'
import { samplesCommand } from './cli/samples.ts'
import { suggestCommand } from './cli/suggest.ts'
import { usersCommand } from './cli/users.ts'
import { verifyCommand } from './cli/verify.ts'
import { SunlineError } from './errors.ts'

const commands: Readonly<Record<string, Command>> = {
  audit: auditCommand,
  flows: flowsCommand,
  suggest: suggestCommand,
  replay: replayCommand,
  samples: samplesCommand,
  import: importCommand,
  library: libraryCommand,
  bench: benchCommand,
  verify: verifyCommand,
  users: usersCommand,
  backup: backupCommand,
  restore: restoreCommand,
  move: moveCommand,
  doctor: doctorCommand,
}

function usage(): number {
  terminal.fail('usage: npm run -s sunline -- COMMAND …')
  for (const { usage: line, summary } of Object.values(commands)) terminal.fail(`  ${line}\n      ${summary}`)
  return 2
}

// Whoever reads may have seen enough, as `head` has.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
try {
  process.exitCode = command === undefined ? usage() : await command.run(args, terminal)
} catch (error) {
  if (!(error instanceof SunlineError)) throw error
  terminal.fail(error.message)
  process.exitCode = 1
}
