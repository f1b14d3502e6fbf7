import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { draftStore } from '../../server/authoring/draft-store.ts'
import { filesIn } from '../../server/authoring/version-files.ts'
import { versionStore } from '../../server/authoring/version-store.ts'
import { libraryRoot } from '../../server/library/root.ts'
import type { Person } from '../../server/identity/actor.ts'
import { openSimpleStore, type Store } from '../../server/store/store.ts'
import { storedVersions } from '../../server/training/stored-versions.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

const person: Person = { kind: 'person', id: 'lead', login: 'lead', name: '刘洋', number: '4001', roles: ['qa-lead'], team: null }
const opening = 'scenarios/conduct/hotline-opening.yaml'
let own: TestDatabase
let store: Store
let shelf: string
beforeAll(async () => {
  own = await testDatabase(tmpdir())
  store = await openSimpleStore(own.address)
  shelf = mkdtempSync(join(tmpdir(), 'sunline-versions-'))
})
afterAll(async () => {
  await store.close()
  await own.drop()
  rmSync(shelf, { recursive: true, force: true })
})

it('a published version and an open draft can each be laid out and read', async () => {
  const versions = versionStore(store.database)
  const drafts = draftStore(store.database, versions)
  const stored = storedVersions(store.database, shelf)
  const base = await versions.keep(filesIn(libraryRoot), 1)
  expect(await stored.list()).toEqual([])
  await versions.publish({ id: 'p1', version: base, kind: 'files', draft: null, title: '文件', author: null, author_name: '', approver_name: null, effective_at: 1, created_at: 1, cancelled_at: null })
  const { id } = await drafts.begin(person, '新问候', base, 2)
  const text = readFileSync(join(libraryRoot, opening), 'utf8').replace('say: 您好，谢谢您打来。', 'say: 您好，感谢您的来电。')
  await drafts.write(id, opening, text, 3)
  const { version } = await drafts.library(id)
  expect(await stored.list()).toEqual([
    { version, label: { zh: '草稿：新问候', en: 'Draft: 新问候' } },
    { version: base, label: { zh: '发布过：文件', en: 'Published: 文件' } },
  ])
  const source = await stored.find(version)
  expect(source?.version).toBe(version)
  expect(readFileSync(join(source?.folder ?? '', opening), 'utf8')).toBe(text)
  expect((await stored.find(base))?.folder).toBe(join(shelf, base))
  expect(await stored.find('000000000000')).toBeNull()
})
