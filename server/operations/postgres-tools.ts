import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SunlineError } from '../errors.ts'

const debian = '/usr/lib/postgresql'
const run = promisify(execFile)

/** The newest version that Debian has installed, else whatever the PATH has. */
function programOf(name: string): string {
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((one, other) => Number(other) - Number(one)) : []
  return versions.map((version) => join(debian, version, 'bin', name)).find((file) => existsSync(file)) ?? name
}

/** An address without its password, and the password: other people of the machine see the arguments of a program, not its environment. */
export function withoutPassword(address: string): { readonly address: string; readonly password: string | null } {
  const inside = /(:\/\/[^:@/?]*):([^@/?]*)@/u.exec(address)
  const password = inside?.[2] ?? ''
  return password === '' ? { address, password: null } : { address: address.replace(`:${password}@`, '@'), password: decodeURIComponent(password) }
}

/**
 * Runs `pg_dump` or `pg_restore` on the database of an address. Resolves to what it printed.
 * Throws SunlineError 'unavailable' when the program is missing, and with what it says when it fails.
 */
export async function postgresTool(name: 'pg_dump' | 'pg_restore', args: readonly string[], address?: string): Promise<string> {
  const target = address === undefined ? null : withoutPassword(address)
  try {
    const environment = target?.password == null ? process.env : { ...process.env, PGPASSWORD: target.password }
    const { stdout } = await run(programOf(name), [...(target === null ? [] : [`--dbname=${target.address}`]), ...args], { env: environment, maxBuffer: 64 * 1024 * 1024 })
    return stdout
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: string | number; readonly stderr?: string }
    if (code === 'ENOENT') throw new SunlineError('unavailable', `${name} is not installed here; on Debian: sudo apt-get install -y postgresql-client (its version must not be older than the server's)`)
    throw new SunlineError('unavailable', `${name} failed: ${stderr.trim() || (error instanceof Error ? error.message : String(error))}`)
  }
}
