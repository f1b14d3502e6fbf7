import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import type { CallView } from '../../server/protocol.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'
import { manualClock } from '../support/manual-clock.ts'

const file = 'scenarios/conduct/hotline-opening.yaml'
const sentence = '    say: 您好，谢谢您打来。\n'
let folder: string
let server: TestServer | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-valid-'))
  cpSync(libraryRoot, folder, { recursive: true })
})
afterEach(async () => {
  await server?.stop()
  server = null
  rmSync(folder, { recursive: true, force: true })
})

const write = (from: string, to: string): void => {
  const text = readFileSync(join(folder, file), 'utf8')
  writeFileSync(join(folder, file), text.replace(from, to))
}
const two = (number: number): string => String(number).padStart(2, '0')

test('a sentence that has run out leaves the screen of a running call by itself when the day changes', async () => {
  const today = new Date(manualClock().now())
  write(sentence, `${sentence}    valid: { until: ${String(today.getFullYear())}-${two(today.getMonth() + 1)}-${two(today.getDate())} }\n`)
  server = await testServer({ words: folder, environment: { SILENCE_SECONDS: '86400' } })
  const { clock, browser } = server
  clock.pass(new Date(clock.now()).setHours(24, 0, 0, 0) - clock.now() - 60_000)
  await server.hear(spoken('caller', '喂', { callId: 'c1' }))
  const page = await browser()
  const said = async () => {
    const { guidance } = granted(await page.emitWithAck('call:watch', { callId: 'c1' })) as CallView
    return [guidance.phrase, ...guidance.variants].flatMap((each) => (each ? [each.parts.map((part) => ('text' in part ? part.text : '…')).join('')] : []))
  }
  expect(await said()).toEqual(['您好，谢谢您打来。', '您好，欢迎您来电，我在听。', '您好。'])
  const pushed = new Promise<string>((resolve) => {
    page.on('guidance:changed', (_callId, _seq, { phrase }) => resolve(phrase?.en ?? ''))
  })
  clock.pass(120_000)
  expect(await pushed).toBe('Hello and welcome, I am listening.')
  expect(await said()).toEqual(['您好，欢迎您来电，我在听。', '您好。'])
})

test('dates that are none, that contradict each other, or that leave nothing to say are faults with their place', () => {
  write(sentence, `${sentence}    valid: { from: 2026-02-30, until: 2026-01-01 }\n`)
  write('      - { style: calmer, say: 您好，欢迎您来电，我在听。, en: "Hello and welcome, I am listening." }\n      - { style: shorter, say: 您好。, en: Hello. }', '      - { style: calmer, say: 您好，欢迎您来电，我在听。, en: "Hello and welcome, I am listening.", valid: { until: 2026-05-01 } }\n      - { style: shorter, say: 您好。, en: Hello., valid: { until: 2026-05-01 } }')
  expect(readLibrary(folder).faults).toEqual([
    { file, line: 65, message: 'phrase answer-fast: "2026-02-30" is no date; write e.g. 2026-01-31', zh: '句子 answer-fast：“2026-02-30”不是日期；例如写 2026-01-31' },
    { file, line: 65, message: 'phrase answer-fast: 2026-01-01 is before 2026-02-30; the sentence would never be said', zh: '句子 answer-fast：2026-01-01 早于 2026-02-30；这句永远不会说' },
    { file, line: 63, message: 'phrase answer-fast: every sentence holds for a time only; leave one without dates, so that there is always something to say', zh: '句子 answer-fast：每句都有期限；留一句不写日期的，好总有话说' },
  ])
})
