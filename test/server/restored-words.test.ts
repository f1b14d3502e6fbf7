import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { libraryRoot } from '../../server/library/root.ts'
import type { CallView } from '../../server/protocol.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

const slip = '您那台蓝皮本子还在保修期里'
const rule = "  - id: tst01\n    name: 蓝皮本子\n    severity: warn\n    why: 内部叫法\n    say_instead: 我说的是您那台蓝色的电脑\n    phrases: ['蓝皮本子']\n"

let folder: string
let server: TestServer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-restored-'))
  cpSync(libraryRoot, join(folder, 'words'), { recursive: true })
  server = await testServer({ words: join(folder, 'words') })
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const restartWithRule = async (): Promise<void> => {
  const file = join(folder, 'words/wording/passing-the-buck.yaml')
  writeFileSync(file, readFileSync(file, 'utf8') + rule)
  server = await server.restart()
}
const screen = async (callId: string): Promise<CallView> => granted(await (await server.browser()).emitWithAck('call:watch', { callId }))
const warned = async (callId: string) => (await screen(callId)).warnings.all.some(({ rule: id }) => id === 'tst01')

test('a call goes on with the words that it began with, although others came with the restart', async () => {
  await server.hear(spoken('agent', '您好，阳光服务', { callId: 'old' }))
  const { libraryVersion } = await screen('old')
  await restartWithRule()
  await server.hear(spoken('agent', slip, { callId: 'old', utteranceId: 'a2', startMs: 2_000, endMs: 3_000 }))
  await server.hear(spoken('agent', slip, { callId: 'new' }))
  expect([await warned('old'), await warned('new')]).toEqual([false, true])
  expect((await screen('old')).libraryVersion).toBe(libraryVersion)
  expect((await screen('new')).libraryVersion).not.toBe(libraryVersion)
})

test('a call whose words are kept no more goes on with the newest, and the agent is told', async () => {
  await server.hear(spoken('agent', '您好，阳光服务', { callId: 'old' }))
  const { libraryVersion } = await screen('old')
  await server.database.deleteFrom('library_files').where('version', '=', libraryVersion).execute()
  await restartWithRule()
  await server.hear(spoken('agent', slip, { callId: 'old', utteranceId: 'a2', startMs: 2_000, endMs: 3_000 }))
  expect(await warned('old')).toBe(true)
  expect((await screen('old')).notice?.zh).toBe('这通电话开始时的话术找不到了，现在用的是最新话术')
})
