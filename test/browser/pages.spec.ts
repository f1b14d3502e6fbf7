import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'

let theStage: Stage
let page: Page
beforeAll(async () => {
  theStage = await stage()
})
beforeEach(async () => {
  page = await theStage.page()
})
afterAll(async () => {
  await theStage.close()
})

const shown = (text: string | RegExp) => page.getByText(text).first().waitFor()
const open = (path: string) => page.goto(`${theStage.address}${path}`)

test('a suggested scenario is taken by F1, another found by its initials', async () => {
  const call = await theStage.call('repairs')
  await open('/calls/repairs')
  await call.says('agent', '您好，阳光李敏，工号1001，很高兴为您服务，请问有什么可以帮您？')
  await call.says('caller', '这台机器你们都修了多少次了今天又坏了给我换一台')
  await page.getByRole('group', { name: '像是' }).getByText('修过好几回又坏了').waitFor()
  await page.keyboard.press('F1')
  await shown('修了这么多次还没好，换谁都着急')
  await page.keyboard.press('/')
  await page.keyboard.type('pwhb')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await shown('修了这么多次还没好，换谁都着急')
})

test('language and colours are one click each and outlive the page', async () => {
  await open('/')
  await page.getByRole('button', { name: 'EN' }).click()
  await shown('Calls going on')
  await page.getByRole('button', { name: 'Dark colours' }).click()
  await page.reload()
  await shown('Calls going on')
  await page.locator('html[data-theme=dark][lang=en]').waitFor()
})

test('a page that loses the server says so, sends nothing late, and comes back to the same screen', async () => {
  const call = await theStage.call('lost')
  await call.says('caller', '喂你好')
  await open('/calls/lost')
  await shown('喂你好')
  const sentence = await page.locator('p[lang=zh-CN]').innerText()
  await theStage.killServer()
  await shown(/正在重连，最后听到 \d+ 秒前/)
  await Promise.all([shown('刚才的按键没有送出'), page.keyboard.press('Space')])
  await theStage.startServer()
  await page.getByText('正在重连').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('p[lang=zh-CN]').innerText()).toBe(sentence)
  await call.says('caller', '我想问一下保修')
  await shown('我想问一下保修')
})

test('an unknown call and an unknown scenario say so and lead back', async () => {
  await open('/calls/never-was')
  await shown('没有这通电话')
  await page.getByRole('button', { name: '回到首页' }).click()
  await shown('阳光热线话术助手')
  await open('/library/never-was')
  await shown('话术库里没有这种情况')
})

test('the library narrows down while typing and draws a scenario with its words', async () => {
  await open('/library')
  await page.getByRole('textbox').fill('修过好几回')
  await page.getByRole('link', { name: '修过好几回又坏了' }).click()
  await page.getByRole('heading', { name: '修过好几回又坏了' }).waitFor()
  await page.getByRole('group', { name: '负责到底' }).waitFor()
  await page.getByRole('group', { name: '负责到底' }).click()
  await page.locator('#step-commit-responsibility[data-selected=true]').waitFor()
})

test('opened from a call, the drawing shows where the call stands', async () => {
  const call = await theStage.call('walked')
  await call.says('caller', '喂')
  await open('/library/hotline-opening?call=walked')
  const here = page.locator('[data-here=true]')
  const first = await here.innerText()
  await call.says('agent', '您好，阳光李敏，工号1001，很高兴为您服务')
  await page.locator('[data-here=true]', { hasNotText: first.split('\n').at(-1) ?? '' }).waitFor()
})

test('P floats the sentence over other windows, and the keys act there too', async () => {
  const call = await theStage.call('floating')
  await call.says('caller', '喂')
  await open('/calls/floating')
  await page.locator('p[lang=zh-CN]').waitFor()
  const [panel] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('p')])
  const first = await panel.locator('p[lang=zh-CN]').innerText()
  await panel.keyboard.press('Space')
  await panel.locator('p[lang=zh-CN]', { hasNotText: first }).waitFor()
  const next = await panel.locator('p[lang=zh-CN]').innerText()
  await expect.poll(() => page.locator('main section p[lang=zh-CN]').innerText()).toBe(next)
})

test('nothing on any page fails or breaks the content security policy', () => {
  expect(theStage.failures).toEqual([])
})
