import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A way to run the server: what follows `node` on the command line. */
export interface ServerEntry {
  readonly name: string
  readonly args: readonly string[]
}

const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url))

/** The built server, when there is one, and the server from its sources. */
export function serverEntries(): readonly ServerEntry[] {
  const built = path('server/dist/main.js')
  const sources = { name: 'from sources', args: ['--import', 'tsx', '--max-semi-space-size=16', '--heap-growing-percent=200', path('server/main.ts')] }
  return existsSync(built) ? [{ name: 'built', args: ['--max-semi-space-size=16', '--heap-growing-percent=200', built] }, sources] : [sources]
}
