import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SunlineError } from '../../server/errors.ts'
import { maskedJournal } from '../../server/privacy/masked-journal.ts'
import { callStore } from '../../server/store/call-store.ts'
import { openSimpleStore } from '../../server/store/store.ts'
import { closedCall } from '../../server/training/made-call.ts'
import type { ReplayThread } from '../../server/training/replay-thread.ts'
import { replays } from '../../server/training/replays.ts'
import { testDatabase } from '../support/test-database.ts'
import { longJournal } from './long-call.ts'
import { engine } from './sample-journals.ts'

test('a long transcript whose import breaks off leaves no part of a call behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-whole-import-'))
  const own = await testDatabase(folder)
  const store = await openSimpleStore(own.address)
  const made = closedCall(longJournal(1_000).entries, engine)
  const source = { folder: '', version: engine.version }
  let room = 1
  const journal = maskedJournal({ ...store.journal, append: (addition) => ((room -= 1) < 0 ? Promise.reject(new SunlineError('unavailable', 'the disk is full')) : store.journal.append(addition)) }, () => null)
  const { ofTranscript } = replays({
    database: store.database, journal, engine, facts: () => ({}), silenceMs: 12_000, now: () => 0,
    thread: { do: () => Promise.resolve(made), stop: () => Promise.resolve() } as unknown as ReplayThread,
    versions: { current: () => source, list: () => Promise.resolve([]), find: () => Promise.resolve(source) },
  })
  const file = { name: 'a.jsonl', text: '{"speaker":"agent","text":"您好","startMs":0,"endMs":900}', agent: { name: '', number: '', id: null, team: null }, queue: '', callerNumber: '', startedAt: null, scenario: null }
  const calls = callStore(store.database)

  expect(made.entries.length).toBeGreaterThan(1_000)
  await ofTranscript(file)
  expect((await calls.journal(made.call.id)).length).toBe(made.entries.length)
  await store.database.deleteFrom('journal').execute()
  await store.database.deleteFrom('calls').execute()
  await expect(ofTranscript(file)).rejects.toThrow('the disk is full')
  expect(await calls.find(made.call.id)).toBeUndefined()
  await store.close()
  await own.drop()
  rmSync(folder, { recursive: true })
})
