import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { libraryCommand } from '../../server/cli/library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import type { CallView, DraftItem, DraftSummary, DraftView, ScenarioCard, ScenarioPage } from '../../server/protocol.ts'
import { authoringServer } from '../support/authoring-server.ts'
import { ask, post } from '../support/ended-call.ts'
import { eventually } from '../support/eventually.ts'
import { addNewScenario, newScenario, newScenarioFiles } from '../support/new-scenario.ts'
import { granted, spoken, type TestServer } from '../support/test-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'sunline-new-scenario-'))
const edited = join(folder, 'edited')
let server: TestServer
beforeAll(async () => {
  cpSync(libraryRoot, edited, { recursive: true })
  addNewScenario(edited)
  server = await authoringServer()
  vi.stubEnv('DATABASE_URL', server.databaseUrl)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const library = async (...args: readonly string[]) => {
  const printed: string[] = []
  const code = await libraryCommand.run(args, { print: (line) => void printed.push(line), fail: (line) => void printed.push(line) })
  return { code, printed }
}
const looked = async (callId: string): Promise<CallView> => granted(await (await server.browser()).emitWithAck('call:watch', { callId })) as CallView
const report = async (callId: string, reaction: string): Promise<void> => {
  const { guidance } = await looked(callId)
  granted(await (await server.browser()).emitWithAck('reaction:report', { callId, seq: guidance.seq, reaction }))
}
const at = async (callId: string): Promise<string | undefined> => (await looked(callId)).guidance.place?.step
/** What `check` says to the library with `from` written otherwise in one of the new files. */
async function faults(file: string, from: string, to: string): Promise<readonly string[]> {
  const path = join(edited, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
  const { code, printed } = await library('check', edited)
  const published = await library('publish', edited)
  writeFileSync(path, text)
  expect([code, published.code]).toEqual([1, 1])
  return printed
}

test('files with a scenario that the program does not have are sound, and differ by its words, its structure and its cue', async () => {
  expect((await library('check', edited)).printed).toEqual([expect.stringMatching(/^\d+ files checked, no fault$/u)])
  const { printed } = await library('diff', libraryRoot, edited)
  expect(printed.filter((line) => !line.startsWith(' '))).toEqual([
    ...['take-it-on', 'ask-for-proof', 'send-it', 'ask-the-seller'].map((key) => `added phrase ${newScenario}/${key}`),
    'added cue gift_missing',
    `added scenario ${newScenario}`,
    `added reaction ${newScenario}`,
    `added flow ${newScenario}`,
  ])
})

test('a faulty one is refused with file and line, and nothing is published', async () => {
  const { flow, words, cue } = newScenarioFiles
  expect(await faults(flow, '"own:has no proof": "ask the seller"', '"own:has no proof": "ask the shop"')).toEqual([`${flow}:12: "own:has no proof" of the step "ask for proof" leads to a step "ask the shop" that does not exist; add it or choose another`, '1 fault(s)'])
  expect(await faults(words, 'send-it:', 'send-them:')).toEqual(expect.arrayContaining([
    `${words}:1: the phrase "send-it" is missing (spoken by ${newScenario}, step send it); add it under phrases`,
    expect.stringMatching(new RegExp(`^${words}:\\d+: no step speaks the phrase "send-them"`, 'u')),
  ]))
  expect(await faults(cue, `scenario: ${newScenario}`, 'scenario: promised-gift')).toContain(`${cue}:4: there is no scenario "promised-gift"`)
  expect(await ask<readonly ScenarioCard[]>(server, '/api/scenarios')).not.toContainEqual(expect.objectContaining({ id: newScenario }))
})

test('published, it is listed, suggested by its cue, and walked in a new call', async () => {
  await server.hear(spoken('caller', '喂', { callId: 'running' }))
  // The command goes by the time of the machine, the server by its own clock.
  const now = vi.spyOn(Date, 'now').mockReturnValue(server.clock.now())
  expect((await library('publish', edited, '--title', '赠品没给')).printed[0]).toMatch(/^[0-9a-f]{12} is published$/u)
  now.mockRestore()
  server.clock.pass(5_000)
  await eventually(async () => {
    expect((await ask<readonly ScenarioCard[]>(server, '/api/scenarios')).map(({ id }) => id)).toContain(newScenario)
  })
  expect(await ask<ScenarioPage>(server, `/api/library/scenarios/${newScenario}`)).toMatchObject({ title: { zh: '说好的赠品没给' }, family: 'parts', familyLabel: { zh: '备件' } })

  await server.hear(spoken('caller', '我买本子的时候说好送双肩包的，到家一看没有啊', { callId: 'new' }))
  const { suggestions, cues } = await looked('new')
  expect(suggestions[0]).toMatchObject({ scenario: newScenario })
  expect(cues.map(({ id }) => id)).toContain('gift_missing')
  granted(await (await server.browser()).emitWithAck('scenario:choose', { callId: 'new', scenario: newScenario }))
  expect(await at('new')).toBe('take it on')
  await server.hear(spoken('agent', '答应您的东西没到手，换谁都不痛快，这件事我来给您查。', { callId: 'new', startMs: 2_000, endMs: 4_000 }))
  expect(await at('new')).toBe('ask for proof')
  expect((await looked('new')).guidance.reactions.map(({ label }) => label.zh)).toEqual(expect.arrayContaining(['有凭证', '没有凭证']))
  await report('new', 'own:has no proof')
  expect(await at('new')).toBe('ask the seller')
  await report('new', 'agent said it')
  expect((await looked('new')).guidance.place).toMatchObject({ flow: 'give-ticket-and-close' })

  const refused = await (await server.browser()).emitWithAck('scenario:choose', { callId: 'running', scenario: newScenario })
  expect(refused).toMatchObject({ ok: false })
})

test('on screen it begins as a copy of another one: its steps and sentences, under a title and openings of its own', async () => {
  const trainer = await server.signIn('demo-trainer')
  const drafts = '/api/authoring/drafts'
  const { id: draft } = await post<DraftSummary>(server, drafts, { title: '买贵了要补差' }, trainer)
  const add = (id: string) => server.app.http.inject({ method: 'POST', url: `${drafts}/${draft}/scenarios`, payload: { id, from: 'price-drop-refund', title: { zh: '买贵了要补差价', en: 'Wants the difference' } }, headers: { cookie: trainer } })
  const view = (await add('wants-difference')).json<DraftView>()
  expect(view.faults).toEqual([])
  expect(view.diffs.map(({ path }) => path).toSorted()).toEqual(['flows/refund-exchange/wants-difference.json', 'scenarios/refund-exchange/wants-difference.yaml'])
  expect(view.changes.filter(({ kind }) => kind === 'flow' || kind === 'scenario').map(({ kind, change, title }) => [kind, change, title.zh])).toEqual([['scenario', 'added', '买贵了要补差价'], ['flow', 'added', '买贵了要补差价']])
  expect((await add('wants-difference')).json()).toMatchObject({ error: 'conflict', zh: '编号“wants-difference”已经有了；换一个' })

  const { value } = await ask<DraftItem>(server, `${drafts}/${draft}/item?kind=scenario&id=wants-difference`, trainer)
  expect(Object.keys(value as object)).toEqual(['title', 'goal', 'cautions'])
  const openings = Array.from({ length: 20 }, (_, number) => `我买贵了第${String(number)}回说这话`)
  const changed = await post<DraftView>(server, `${drafts}/${draft}/item`, { kind: 'scenario', id: 'wants-difference', value: { ...(value as object), openings }, category: null }, trainer, 'PUT')
  expect(changed.faults).toEqual([])
  expect((await ask<DraftItem>(server, `${drafts}/${draft}/item?kind=phrase&id=wants-difference/empathise`, trainer)).value).toMatchObject({ say: expect.stringContaining('刚买就看到降价') as string })
})
