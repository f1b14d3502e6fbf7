import { io } from 'socket.io-client'
import { expect, test } from 'vitest'
import type { Receipt } from '../../server/ingest/receive.ts'
import type { Store } from '../../server/store/store.ts'
import { spoken, testServer } from '../support/test-server.ts'

test('while the server stops, what was taken in is acknowledged once it is written, and what comes then is refused as something to send again', async () => {
  let release = (): void => undefined
  let reached = (): void => undefined
  const writing = new Promise<void>((resolve) => (reached = resolve))
  const held = new Promise<void>((resolve) => (release = resolve))
  // A disk that is slow over what it is told in the middle of the test.
  const slow = (store: Store): Store => ({
    ...store,
    journal: {
      ...store.journal,
      append: async (addition) => {
        if (addition.entries.some(({ payload }) => payload.includes('慢'))) {
          reached()
          await held
        }
        return store.journal.append(addition)
      },
    },
  })
  const server = await testServer({ store: slow })
  const recogniser = io(`${server.address}/ingest`, { transports: ['websocket'], forceNew: true, reconnection: false })
  const hear = async (utteranceId: string, text: string): Promise<Receipt> => (await recogniser.emitWithAck('transcript', spoken('caller', text, { utteranceId }))) as Receipt
  expect(await hear('u1', '喂')).toEqual({ result: 'accepted' })
  const taken = hear('u2', '慢')
  await writing
  const stopping = server.stop()
  const refused = { result: 'error', error: 'unavailable', message: 'this server is being stopped; send it again', field: null }
  await expect.poll(() => hear('u3', '晚了')).toEqual(refused)
  release()
  expect(await taken).toEqual({ result: 'accepted' })
  await stopping
  recogniser.disconnect()
  expect(server.log).toEqual([])
})
