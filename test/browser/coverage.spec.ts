import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'

let theStage: Stage
let page: Page
beforeAll(async () => {
  theStage = await stage()
})
beforeEach(async () => {
  page = await theStage.page('demo-qa-lead')
})
afterAll(async () => {
  await theStage.close()
})

const open = (path: string) => page.goto(`${theStage.address}${path}`)
const rowOf = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

test('before the first call the coverage map says so, and the rules stand there without counts', async () => {
  await open('/library')
  await page.getByRole('link', { name: '覆盖图' }).click()
  await page.getByText('还没有通话').waitFor()
  await page.getByRole('link', { name: '禁语规则' }).click()
  await page.getByText('还没有通话').waitFor()
  await page.getByRole('row').nth(20).waitFor()
})

test('the coverage map shows what a call reached, names what it did not, and leads to the scenario with its counts', async () => {
  const call = await theStage.call('covered')
  await call.says('agent', '您好，阳光李敏，工号1001，很高兴为您服务，请问有什么可以帮您？')
  await open('/library/coverage')
  const opening = rowOf('接起电话与问候')
  await opening.getByText('3 / 6').waitFor()
  await opening.getByText('2 / 11').waitFor()
  await opening.getByText('3 步没走到').focus()
  await page.keyboard.press('Enter')
  await opening.getByText('apologise-for-ringing').waitFor()
  await page.getByRole('switch', { name: '只看没走到的' }).click()
  await rowOf('修过好几回又坏了').getByText('check-exchange-rule').waitFor()
  await opening.getByRole('link', { name: '接起电话与问候' }).click()
  await page.locator('#step-answer-fast').getByText('走到 1 次 · 显示 1 次，说出 1 次').waitFor()
  await page.locator('#step-apologise-for-ringing').getByText('没走到').waitFor()
  await page.getByText('数字是 1 通存下来的通话走过几次').waitFor()
  await page.locator('.react-flow__edgelabel-renderer').getByText('1', { exact: true }).nth(1).waitFor()
})

test('the rules are found by words, category and severity, with what became of their warnings', async () => {
  const call = await theStage.call('slipped')
  await call.says('agent', '这个不归我管')
  await call.says('agent', '对不起，我来帮您查一下，负责到底')
  await open('/library/rules')
  await page.getByRole('textbox').fill('不归我管')
  const cells = page.getByRole('row').filter({ hasText: 'tw01' }).getByRole('cell')
  await cells.first().waitFor()
  await cells.nth(1).getByText('推诿').waitFor()
  await expect.poll(() => cells.allInnerTexts()).toMatchObject({ 4: '1', 5: '1', 6: '0' })
  await page.getByRole('combobox', { name: '轻重' }).click()
  await page.getByTitle('提示', { exact: true }).click()
  await page.getByText('没有这样的规则').waitFor()
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByRole('heading', { name: 'Wording rules' }).waitFor()
})

test('nothing on these pages fails or breaks the content security policy', () => {
  expect(theStage.failures).toEqual([])
})
