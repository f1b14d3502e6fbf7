import { fileURLToPath } from 'node:url'
import { libraryRoot } from '../library/root.ts'
import { examine } from '../operations/doctor.ts'
import type { Command } from './output.ts'

const signs = { good: 'ok  ', doubtful: 'look', bad: 'BAD ' } as const

/** `doctor`: looks an installation over. */
export const doctorCommand: Command = {
  usage: 'doctor [--json]',
  summary: 'look an installation over: configuration, database, disk, Redis, words, page, address; exit 1 when something is bad',
  run: async (args, output) => {
    const found = await examine(process.env, { libraryRoot, clientFolder: fileURLToPath(new URL('../../client/dist', import.meta.url)) })
    for (const diagnosis of found) output.print(args.includes('--json') ? JSON.stringify(diagnosis) : `${signs[diagnosis.verdict]} ${diagnosis.what}: ${diagnosis.says}`)
    return found.some(({ verdict }) => verdict === 'bad') ? 1 : 0
  },
}
