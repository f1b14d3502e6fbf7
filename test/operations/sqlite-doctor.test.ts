import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraryRoot } from '../../server/library/root.ts'
import { privateRedis } from '../../server/private-services/redis-server.ts'
import type { Diagnosis } from '../../server/operations/diagnosis.ts'
import { addonFault, examine } from '../../server/operations/doctor.ts'

describe('The doctor', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sunline-doctor-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const look = (environment: Readonly<Record<string, string>>) => examine({ DATABASE_URL: join(folder, 'sunline.db'), ...environment }, { libraryRoot, clientFolder: folder })
  const of = (found: readonly Diagnosis[], what: string) => found.find((each) => each.what === what)

  it('finds a sound installation good and says what is not built yet', async () => {
    const found = await look({ PORT: '0' })
    expect(found.filter(({ verdict }) => verdict === 'bad')).toEqual([])
    expect(of(found, 'database')?.says).toContain('will be made at the first start')
    expect(of(found, 'page')).toEqual({ what: 'page', verdict: 'doubtful', says: 'not built yet: "npm start" builds it' })
    expect(of(found, 'script library')?.says).toMatch(/^version [0-9a-f]{12}, \d+ scenarios$/u)
  })

  it('knows which SQLite driver ends the process on Node.js 24', () => {
    expect(addonFault(20, '12.11.1')).toBeNull()
    expect(addonFault(22, '12.11.1')).toBeNull()
    expect(addonFault(24, '13.2.0')).toBeNull()
    expect(addonFault(24, '12.11.1')).toBe('better-sqlite3 12.11.1 can end the process at any time on Node.js 24: npm install --save-exact better-sqlite3@13.2.0, or Node.js 20 or 22')
  })

  it('names a faulty variable, a file that is no database, and an address in use', async () => {
    expect(of(await look({ PORT: 'abc' }), 'configuration')).toMatchObject({ verdict: 'bad', says: expect.stringContaining('PORT must be a whole number') as string })
    writeFileSync(join(folder, 'broken.db'), 'this is no database, but it is long enough to be taken for one'.repeat(20))
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const found = await look({ DATABASE_URL: join(folder, 'broken.db'), PORT: String((server.address() as AddressInfo).port) })
    server.close()
    expect(of(found, 'database')).toMatchObject({ verdict: 'bad', says: expect.stringContaining('restore a copy with "sunline restore"') as string })
    expect(of(found, 'address')).toMatchObject({ verdict: 'doubtful', says: expect.stringContaining('is in use, perhaps by Sunline itself') as string })
  })

  it('asks the Redis of several nodes, where there are to be several', async () => {
    const redis = await privateRedis()
    try {
      expect(of(await look({ PORT: '0' }), 'Redis')).toBeUndefined()
      expect(of(await look({ PORT: '0', REDIS_URL: redis.address }), 'Redis')).toMatchObject({ says: expect.stringMatching(/^answers in \d+\.\d ms/u) as string })
    } finally {
      await redis.remove()
    }
    expect(of(await look({ PORT: '0', REDIS_URL: redis.address }), 'Redis')).toMatchObject({ verdict: 'bad', says: expect.stringContaining('look at REDIS_URL, and whether Redis runs there') as string })
  })
})
