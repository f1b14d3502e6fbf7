import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Fuse from 'fuse.js'
import { type Browser, chromium, type Page } from 'playwright-core'
import { SunlineError } from '../errors.ts'
import type { ScenarioCard } from '../protocol.ts'
import { serverEntries } from './server-entries.ts'

/** ms from a keystroke to its results in the page, over all keystrokes of one query. */
export interface TypingTiming {
  readonly query: string
  readonly medianMs: number
  readonly mostMs: number
  /** Fuse.js over titles, pinyin, openings and phrases of the whole library, in Node: the whole query once. */
  readonly baselineMs: number
  readonly found: string
}
export interface TypingBench {
  readonly scenarios: number
  readonly sentences: number
  readonly timings: readonly TypingTiming[]
}

const queries = ['thj', 'tuihuo', 'fapiaodiule', '发票', '要退货退钱', '修了三次还是坏', '风扇声音太大了', '电话打不通没人接', 'invoice']
const rounds = 5
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const root = fileURLToPath(new URL('../..', import.meta.url))
/** ms after a keystroke in which the page comes to rest. */
const restMs = 120

/** Types into the search of the agent's page in Chromium, before the real server with the whole library. Throws SunlineError 'unavailable' without Chromium or a built page. */
export async function benchTyping(): Promise<TypingBench> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) throw new SunlineError('unavailable', 'no Chromium found; install it, or set CHROMIUM_PATH to its program')
  if (!existsSync(join(root, 'client/dist/index.html'))) throw new SunlineError('unavailable', 'the page is not built; run "npm run build" first')
  const folder = mkdtempSync(join(tmpdir(), 'sunline-typing-'))
  const [entry] = serverEntries()
  const server = spawn(process.execPath, entry?.args ?? [], { cwd: root, env: { ...process.env, PORT: '0', DATABASE_URL: join(folder, 'calls.db'), LOG_LEVEL: 'info', SILENCE_SECONDS: '86400' }, stdio: ['ignore', 'pipe', 'inherit'] })
  let browser: Browser | null = null
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.once('exit', () => reject(new SunlineError('internal', 'the server did not start')))
      createInterface(server.stdout).on('line', (line) => {
        const said = JSON.parse(line) as { readonly address?: string }
        if (said.address !== undefined) resolve(said.address)
      })
    })
    browser = await chromium.launch({ executablePath, args: flags })
    return await typed(browser, address)
  } finally {
    await browser?.close()
    server.removeAllListeners('exit')
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function typed(browser: Browser, address: string): Promise<TypingBench> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await context.request.post(`${address}/api/session/demo`, { data: { person: 'demo-agent' } })
  await fetch(`${address}/api/calls`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ callId: 'typing' }) })
  const cards = (await (await context.request.get(`${address}/api/scenarios`)).json()) as readonly ScenarioCard[]
  const page = await context.newPage()
  await page.goto(`${address}/calls/typing`)
  await page.getByRole('combobox').waitFor()
  await page.evaluate(watchKeystrokes)
  const timings: TypingTiming[] = []
  for (const query of queries) timings.push(await typing(page, query, cards))
  return { scenarios: cards.length, sentences: cards.reduce((sum, { openings, phrases }) => sum + openings.length + phrases.length, 0), timings }
}

/** Runs in the page: from an edit of the search to the last change of the search that it causes. */
const watchKeystrokes = `(() => {
  const took = []
  let begun = 0
  let last = 0
  window.addEventListener('beforeinput', () => (begun = last = performance.now()), true)
  new MutationObserver(() => (last = performance.now())).observe(document.querySelector('[role=search]'), { subtree: true, childList: true, characterData: true, attributes: true })
  Object.assign(window, { settle: () => took.push(last - begun), taken: () => took.splice(0) })
})()`

async function typing(page: Page, query: string, cards: readonly ScenarioCard[]): Promise<TypingTiming> {
  const own: number[] = []
  let found = ''
  for (let round = 0; round < rounds; round += 1) {
    await page.keyboard.press('/')
    for (const character of query) {
      if (/[a-z]/u.test(character)) await page.keyboard.press(character)
      else await page.keyboard.insertText(character)
      await page.waitForTimeout(restMs)
      await page.evaluate('settle()')
    }
    own.push(...((await page.evaluate('taken()')) as number[]))
    found = (await page.getByRole('option').first().locator('b').allInnerTexts())[0] ?? ''
    await page.keyboard.press('Escape')
  }
  const sorted = own.toSorted((a, b) => a - b)
  return { query, medianMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, mostMs: sorted.at(-1) ?? Number.NaN, baselineMs: baseline(query, cards), found }
}

function baseline(query: string, cards: readonly ScenarioCard[]): number {
  const items = cards.flatMap(({ title, pinyin, initials, openings, phrases }) => [title.zh, pinyin, initials, ...openings, ...phrases].map((text) => ({ text })))
  const fuse = new Fuse(items, { keys: ['text'], ignoreLocation: true, threshold: 0.34 })
  const begun = performance.now()
  fuse.search(query, { limit: 8 })
  return performance.now() - begun
}
