import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importCommand } from '../../server/cli/import.ts'
import { callStore } from '../../server/store/call-store.ts'
import { tamper, verify } from '../support/evidence.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'sunline-import-command-'))
let own: TestDatabase
beforeAll(async () => {
  own = await testDatabase(folder)
})
afterAll(async () => {
  await own.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('a transcript becomes a stored call that proves itself, with its personal numbers masked', async () => {
  const file = join(folder, 'call.jsonl')
  writeFileSync(file, '{"speaker":"agent","text":"您好，阳光服务","startMs":800,"endMs":2800}\n{"speaker":"caller","text":"我电话13800138000，电脑坏了","startMs":3000,"endMs":5500}\n')
  const lines: string[] = []
  vi.stubEnv('DATABASE_URL', own.address)
  const code = await importCommand.run([file, '--queue', '售后', '--caller', '13800138000', '--started', '2026-06-01T09:00:00+08:00'], { print: (line) => void lines.push(line), fail: (line) => void lines.push(line) })
  vi.unstubAllEnvs()
  expect(code).toBe(0)
  const { callId, utterances } = JSON.parse(lines[0] ?? '') as { readonly callId: string; readonly utterances: number }
  expect(utterances).toBe(2)
  await tamper(own.address, async (database) => {
    expect(await callStore(database).find(callId)).toMatchObject({ origin: 'import', queue: '售后', caller_number: '138****8000', started_at: Date.parse('2026-06-01T09:00:00+08:00'), status: 'closed' })
    expect(JSON.stringify(await callStore(database).journal(callId))).not.toContain('13800138000')
  })
  expect((await verify(own.address, callId)).code).toBe(0)
})
