import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { providers } from '../../server/cli/provider-shapes.ts'
import { replayCommand } from '../../server/cli/replay.ts'
import { granted, type TestServer, testServer } from '../support/test-server.ts'
import { callNames, finals, neutralEvents } from './shaped-call.ts'

const [name] = callNames
const file = fileURLToPath(new URL(`../../data/sample-calls/${name}.yaml`, import.meta.url))
let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(async () => {
  await server.stop()
})

async function replay(...args: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly string[]; readonly faults: readonly string[] }> {
  const lines: string[] = []
  const faults: string[] = []
  const code = await replayCommand.run([file, '--url', server.address, ...args], { print: (line) => lines.push(line), fail: (line) => faults.push(line) })
  return { code, lines, faults }
}

test.each(Object.keys(providers))('replay --as %s streams a recorded call into a running server', async (provider) => {
  const { code, lines } = await replay('--speed', '2000', '--as', provider)
  expect(code).toBe(0)
  const callId = /^call (\S+):/u.exec(lines[0] ?? '')?.[1] ?? ''
  const view = granted(await (await server.browser()).emitWithAck('call:watch', { callId }))
  expect(view).toMatchObject({ status: 'wrap-up', queue: '综合热线', callerNumber: '181****4490' })
  const spoken = finals(neutralEvents(name, callId))
  expect(view.utterances.map(({ speaker, text }) => `${speaker}: ${text}`).toSorted()).toEqual([...spoken].sort())
})

test('an unknown provider is answered with those that are known', async () => {
  const { code, faults } = await replay('--as', 'acme')
  expect(code).toBe(2)
  expect(faults.join()).toContain('neutral|aliyun-nls|azure-speech|contact-lens|deepgram|genesys|google|tencent-asr|twilio|xunfei-rtasr')
})
