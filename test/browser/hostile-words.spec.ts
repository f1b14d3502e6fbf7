import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { libraryRoot } from '../../server/library/root.ts'
import { chromiumFlags } from '../support/browser.ts'
import { chromiumPath } from '../support/chromium.ts'
import { patienceMs } from '../support/patience.ts'
import { spokenCall } from '../support/spoken-call.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

// Words from outside, in calls and in the library, that would run in a page that takes them for markup.
const attack = (place: string): string => `<img src=x onerror="document.body.dataset.ran='${place}'"><script>document.body.dataset.ran='${place}'</script>`
const words = mkdtempSync(join(tmpdir(), 'sunline-hostile-'))
let server: TestServer
let browser: Browser
let page: Page
const broken: string[] = []

beforeAll(async () => {
  cpSync(libraryRoot, words, { recursive: true })
  const file = join(words, 'scenarios/conduct/hotline-opening.yaml')
  const poisoned = readFileSync(file, 'utf8')
    .replace(/title: \{ zh: 接起电话与问候/u, `title: { zh: '接起电话${attack('title').replaceAll("'", "''")}'`)
    .replace(/goal: \{ zh: [^,]+,/u, `goal: { zh: '${attack('goal').replaceAll("'", "''")}',`)
  writeFileSync(file, poisoned)
  server = await testServer({ words, clientFolder: fileURLToPath(new URL('../../client/dist', import.meta.url)) })
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumFlags], timeout: patienceMs })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await context.request.post(`${server.address}/api/session/demo`, { data: { person: 'demo-agent' } })
  page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  page.on('pageerror', ({ message }) => broken.push(message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) broken.push(message.text())
  })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(words, { recursive: true, force: true })
})

/** Nothing ran, nothing was made of the words, and the policy had nothing to stop. */
const harmless = async (): Promise<void> => {
  expect(await page.evaluate('document.body.dataset.ran ?? null')).toBe(null)
  expect(await page.locator('img[src=x]').count()).toBe(0)
  expect(broken).toEqual([])
}

test('markup in a transcript, a queue and an agent\'s name is shown as the words that it is', async () => {
  const call = await spokenCall(server.address, 'hostile', { queue: `队列<b>${'x'}</b>`, callerNumber: '13800002075' })
  await page.goto(`${server.address}/calls/hostile`)
  await call.says('caller', `我的机器坏了 ${attack('caller')}`)
  await call.begins('agent', `这个不归我管 ${attack('interim')}`)
  await call.says('agent', `这个不归我管 ${attack('agent')}`)
  await page.getByText(`我的机器坏了 ${attack('caller')}`).waitFor()
  await page.getByText('队列<b>x</b>').first().waitFor()
  await harmless()
})

test('markup in the library is shown as the words that it is', async () => {
  await page.goto(`${server.address}/library`)
  await page.getByText(`接起电话${attack('title')}`).first().waitFor()
  await harmless()
  await page.goto(`${server.address}/library/hotline-opening`)
  await page.getByText(attack('goal')).first().waitFor()
  await harmless()
})

test('a script or a style that got into the page all the same does not run', async () => {
  await page.evaluate(`
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.body.dataset.ran = 1"><style>body { outline: 7px solid red }</style>')
    const script = document.createElement('script')
    script.textContent = 'document.body.dataset.ran = 1'
    document.body.append(script)
  `)
  await page.waitForFunction("document.querySelector('img[src=x]').complete")
  expect(await page.evaluate('document.body.dataset.ran ?? null')).toBe(null)
  expect(await page.evaluate('getComputedStyle(document.body).outlineWidth')).not.toBe('7px')
  await expect.poll(() => broken.filter((message) => message.includes('Content Security Policy')).length).toBeGreaterThan(0)
})
