import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { programFlows } from '../../flows/flow-book.ts'
import { filesIn } from '../../server/authoring/version-files.ts'
import { libraryCommand } from '../../server/cli/library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'sunline-library-command-'))
const edited = join(folder, 'edited')
const exported = join(folder, 'exported')
const changedFile = 'scenarios/emotion/angry-caller.yaml'
let own: TestDatabase
beforeAll(async () => {
  own = await testDatabase(folder)
  vi.stubEnv('DATABASE_URL', own.address)
  cpSync(libraryRoot, edited, { recursive: true })
  replace(edited, '我先跟您道歉', '我先给您道个歉')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await own.drop()
  rmSync(folder, { recursive: true, force: true })
})

function replace(root: string, from: string, to: string): void {
  const file = join(root, changedFile)
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}
const library = async (...args: readonly string[]) => {
  const printed: string[] = []
  const code = await libraryCommand.run(args, { print: (line) => void printed.push(line), fail: (line) => void printed.push(line) })
  return { code, printed }
}

test('what is published, exported and imported again is the same, byte for byte', async () => {
  expect((await library('publish', edited, '--title', '改一句道歉')).printed[0]).toMatch(/^[0-9a-f]{12} is published$/u)
  expect((await library('export', exported)).code).toBe(0)
  expect(filesIn(exported)).toEqual(filesIn(edited))
  expect(await library('diff', exported)).toEqual({ code: 0, printed: ['no difference'] })
  expect(await library('import', exported)).toEqual({ code: 0, printed: ['no difference'] })
})

test('a difference is named by meaning or by line, and begins a draft', async () => {
  const { code, printed } = await library('diff', libraryRoot, edited)
  expect(code).toBe(1)
  expect(printed[0]).toBe('changed phrase angry-caller/accept-and-apologise')
  expect(printed.slice(1).join('\n')).toContain('我先给您道个歉')
  const byLine = (await library('diff', libraryRoot, 'published', '--files')).printed.join('\n')
  expect(byLine.split('\n').filter((line) => /^[-+] /u.test(line))).toHaveLength(2)
  expect((await library('import', libraryRoot, '--title', '回到原来')).printed[0]).toMatch(/^draft [0-9a-f-]{36}: 1 file\(s\) differ; \/library\/drafts\//u)
})

test('the structure of a flow goes the same way, and differs step by step', async () => {
  const { definition } = programFlows.flow('price-drop-refund')
  const closed = { ...definition, steps: { ...definition.steps, 'offer-help': { kind: 'say', phrase: 'price-drop-refund/offer-help', on: { 'agent said it': 'closed', 'caller thanks': 'closed', 'caller insists': 'record-difference' } } } }
  const built = join(folder, 'structured')
  const copy = join(folder, 'structured-copy')
  const file = join(built, 'flows/refund-exchange/price-drop-refund.json')
  cpSync(edited, built, { recursive: true })
  mkdirSync(join(built, 'flows/refund-exchange'), { recursive: true })
  const write = (flow: unknown): void => writeFileSync(file, JSON.stringify(flow, null, 2))
  write({ ...closed, initial: 'nowhere' })
  expect((await library('check', built)).printed[0]).toBe('flows/refund-exchange/price-drop-refund.json:1: the first step "nowhere" does not exist; name another under initial')
  write(closed)
  expect(await library('diff', edited, built)).toEqual({ code: 1, printed: ['changed flow price-drop-refund', '  step "offer-help" now answers "Insists", which leads to "record-difference"'] })
  expect((await library('publish', built)).code).toBe(0)
  await library('export', copy)
  expect(filesIn(copy)).toEqual(filesIn(built))
  expect(await library('import', copy)).toEqual({ code: 0, printed: ['no difference'] })
  expect((await library('publish', edited)).code).toBe(0)
  await library('export', copy)
  expect(filesIn(copy)).toEqual(filesIn(edited))
})

test('files with faults are refused with the place, and nothing is published', async () => {
  replace(exported, 'say: 让您这么生气', 'say: {oops} 让您这么生气')
  const refused = await library('publish', exported)
  expect(refused.code).toBe(1)
  expect(refused.printed[0]).toMatch(/^scenarios\/emotion\/angry-caller\.yaml:\d+: /u)
  expect((await library('diff', edited)).printed).toEqual(['no difference'])
})

test('what is asked for and is not there is said in a sentence', async () => {
  await expect(library('diff', '0123456789ab')).rejects.toThrow('"0123456789ab" is neither a folder nor a version of the script library')
  writeFileSync(join(folder, 'note.txt'), '')
  await expect(library('export', folder)).rejects.toThrow('holds something else than a script library')
  await expect(library('publish', edited, '--at', 'tomorrow')).rejects.toThrow('--at: expected a time to come')
  expect((await library()).code).toBe(2)
})
