import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import type { Receipt } from '../../server/ingest/receive.ts'
import { callStore } from '../../server/store/call-store.ts'
import { openDatabase } from '../../server/store/database.ts'
import { childServer } from '../support/child-server.ts'
import { testDatabase } from '../support/test-database.ts'
import { spoken } from '../support/test-server.ts'

test('asked to end, the server writes what it has taken in and exits with 0', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-stop-'))
  const own = await testDatabase(folder)
  const server = await childServer(fileURLToPath(new URL('../support/small-server.ts', import.meta.url)), own.address)
  await server.start()
  const socket = io(`${server.address}/ingest`, { transports: ['websocket'], reconnection: false })
  expect((await socket.emitWithAck('transcript', spoken('caller', '喂'))) as Receipt).toEqual({ result: 'accepted' })
  for (let number = 2; number <= 200; number += 1) socket.emit('transcript', spoken('caller', '喂', { utteranceId: `u${String(number)}` }))
  expect((await socket.emitWithAck('transcript', spoken('caller', '喂', { final: false, utteranceId: 'last' }))) as Receipt).toEqual({ result: 'accepted' })
  expect(await server.stop()).toBe(0)
  socket.disconnect()
  const database = await openDatabase(own.address)
  const heard = (await callStore(database).journal('c1')).filter(({ type }) => type === 'utterance heard')
  expect(heard).toHaveLength(200)
  await database.destroy()
  await own.drop()
  rmSync(folder, { recursive: true })
})
