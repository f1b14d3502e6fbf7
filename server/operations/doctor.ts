import { existsSync, mkdirSync, openSync, closeSync, fsyncSync, readFileSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type Config, type Environment, readConfig } from '../config.ts'
import { readLibrary } from '../library/load-library.ts'
import { isPostgres } from '../store/database-address.ts'
import { factsOf } from './backup.ts'
import { type Diagnosis, writeDiagnosis, writes } from './diagnosis.ts'
import { examinePostgres } from './postgres-health.ts'
import { examineRedis } from './redis-health.ts'

/** Least free space for a comfortable day, bytes. */
const leastFree = 2 * 1024 ** 3

/** Looks an installation over: configuration, Node.js, database, disk, Redis, words, page, address. Changes nothing that stays. */
export async function examine(environment: Environment, { libraryRoot, clientFolder }: { readonly libraryRoot: string; readonly clientFolder: string }): Promise<readonly Diagnosis[]> {
  const read = configuration(environment)
  const others = [node(), words(libraryRoot), page(clientFolder)]
  if (read.config === null) return [read.diagnosis, ...others]
  const { databaseUrl, host, port, cluster } = read.config
  const stored = isPostgres(databaseUrl) ? await examinePostgres(databaseUrl) : [database(databaseUrl), space(dirname(databaseUrl)), disk(dirname(databaseUrl))]
  const shared = cluster === null ? [] : [await examineRedis(cluster.redisUrl)]
  return [read.diagnosis, ...others, ...stored, ...shared, await address(host, port)]
}

function configuration(environment: Environment): { readonly config: Config | null; readonly diagnosis: Diagnosis } {
  try {
    const config = readConfig(environment)
    return { config, diagnosis: { what: 'configuration', verdict: 'good', says: `${config.host}:${String(config.port)}, accounts ${config.access.accounts ? 'on' : 'off: the demo, on this machine only'}` } }
  } catch (error) {
    return { config: null, diagnosis: { what: 'configuration', verdict: 'bad', says: error instanceof Error ? error.message : String(error) } }
  }
}

function node(): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) return { what: 'Node.js', verdict: 'bad', says: `${process.version} is too old; install 20.19 or newer` }
  const fault = addonFault(major, installedVersion('better-sqlite3'))
  return { what: 'Node.js', verdict: fault === null ? 'good' : 'bad', says: fault ?? process.version }
}

/** What is wrong with this better-sqlite3 on Node.js `major`, or null. From 24 on, versions before 13 abort the process when a statement is collected (`RemoveEnvironmentCleanupHook`); 13 needs 22. */
export function addonFault(major: number, version: string): string | null {
  const addon = Number(version.split('.')[0])
  if (major >= 24 && addon < 13) return `better-sqlite3 ${version} can end the process at any time on Node.js ${String(major)}: npm install --save-exact better-sqlite3@13.2.0, or Node.js 20 or 22`
  return null
}

const installedVersion = (name: string): string => (JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as { readonly version: string }).version

function words(root: string): Diagnosis {
  const { library, faults } = readLibrary(root)
  const [first] = faults
  if (!first) return { what: 'script library', verdict: 'good', says: `version ${library.version}, ${String(library.scenarios.size)} scenarios` }
  return { what: 'script library', verdict: 'bad', says: `${String(faults.length)} fault(s), the first in ${first.file}:${String(first.line)}: ${first.message}` }
}

function page(folder: string): Diagnosis {
  const built = existsSync(join(folder, 'index.html'))
  return { what: 'page', verdict: built ? 'good' : 'doubtful', says: built ? 'built' : 'not built yet: "npm start" builds it' }
}

function database(file: string): Diagnosis {
  if (!existsSync(file)) return { what: 'database', verdict: 'good', says: `${file} will be made at the first start` }
  try {
    const { calls, entries, migration } = factsOf(file)
    return { what: 'database', verdict: 'good', says: `${file}: sound, migration ${String(migration)}, ${String(calls)} calls, ${String(entries)} entries` }
  } catch (error) {
    return { what: 'database', verdict: 'bad', says: `${error instanceof Error ? error.message : String(error)}; restore a copy with "sunline restore"` }
  }
}

function space(folder: string): Diagnosis {
  mkdirSync(folder, { recursive: true })
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const says = `${(free / 1024 ** 3).toFixed(1)} GiB free in ${folder}`
  return { what: 'disk space', verdict: free >= leastFree ? 'good' : 'doubtful', says: free >= leastFree ? says : `${says}; make room before it runs out` }
}

function disk(folder: string): Diagnosis {
  const file = join(folder, `.sunline-doctor-${String(process.pid)}`)
  try {
    const handle = openSync(file, 'w')
    const times: number[] = []
    for (let write = 0; write < writes; write += 1) {
      const from = performance.now()
      writeSync(handle, 'x'.repeat(4_096))
      fsyncSync(handle)
      times.push(performance.now() - from)
    }
    closeSync(handle)
    return writeDiagnosis('disk speed', times)
  } catch (error) {
    return { what: 'disk speed', verdict: 'bad', says: `${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}` }
  } finally {
    rmSync(file, { force: true })
  }
}

function address(host: string, port: number): Promise<Diagnosis> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      const used = error.code === 'EADDRINUSE'
      resolve({ what: 'address', verdict: used ? 'doubtful' : 'bad', says: used ? `${host}:${String(port)} is in use, perhaps by Sunline itself` : `${host}:${String(port)}: ${error.message}` })
    })
    server.listen(port, host, () => server.close(() => resolve({ what: 'address', verdict: 'good', says: `${host}:${String(port)} is free` })))
  })
}
