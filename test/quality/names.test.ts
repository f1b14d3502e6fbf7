import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { namesOf } from '../../server/quality/names.ts'
import { openDatabase } from '../../server/store/database.ts'
import { testDatabase } from '../support/test-database.ts'

test('a step goes by its words, and by its id where the library of today does not have it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-names-'))
  const place = await testDatabase(folder)
  const database = await openDatabase(place.address)
  const { step } = await namesOf(database, loadLibrary(libraryRoot))
  await database.destroy()
  await place.drop()
  rmSync(folder, { recursive: true })
  expect(step('angry-caller', 'ask-anger-reason')).toEqual({ id: 'ask-anger-reason', label: { zh: '问：生气的原因', en: 'Ask: Reason for the anger' } })
  expect(step('angry-caller', 'gone')).toEqual({ id: 'gone', label: { zh: 'gone', en: 'gone' } })
  expect(step('gone', 'toString')).toEqual({ id: 'toString', label: { zh: 'toString', en: 'toString' } })
})
