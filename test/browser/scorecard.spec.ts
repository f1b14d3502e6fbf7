import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from '../support/browser.ts'
import { stageWithCalls } from '../support/stage-with-calls.ts'

/** ms: checking a draft takes a moment on a busy machine. */
const patience = { timeout: 120_000 }

let theStage: Stage
let lead: Page
let draft: string
beforeAll(async () => {
  theStage = await stageWithCalls(3)
  lead = await theStage.page('demo-qa-lead')
  lead.setDefaultTimeout(patience.timeout)
})
afterAll(async () => {
  await theStage.close()
})

const evaluates = async (call: string, card: RegExp): Promise<void> => {
  await lead.goto(`${theStage.address}/quality/evaluations/new?call=${call}`)
  await lead.getByRole('button', { name: card }).click()
  await lead.waitForURL(/\/quality\/evaluations\/[0-9a-f-]{36}$/u)
  await lead.getByText('多教一招').or(lead.getByText('问清了问题和要求')).first().waitFor()
}

test('a lead changes weights, items and their order; what is missing is said beside the form', async () => {
  await evaluates('past-0', /热线通话评分表/u)
  await lead.goto(`${theStage.address}/quality/evaluations/new?call=past-1`)
  await lead.getByRole('link', { name: '改这张表' }).nth(1).click()
  await lead.getByRole('button', { name: '新开一份草稿' }).click()
  const form = lead.getByRole('form', { name: 'hotline-call' })
  await form.getByText('分值合计 100').waitFor()
  await form.getByRole('button', { name: '改“开场白完整”' }).click()
  await form.getByRole('spinbutton', { name: '分值' }).fill('15')
  await form.getByText('分值合计 105，打分时按比例折成 100').waitFor()
  await form.getByRole('button', { name: '“开场白完整”往后' }).click()
  await form.getByRole('region', { name: '倾听与安抚' }).getByRole('button', { name: '加一条' }).click()
  await lead.getByText(/处要改/u).waitFor()
  await form.getByRole('textbox', { name: /^编号/u }).fill('tip')
  await form.getByRole('textbox', { name: '看什么' }).fill('多教一招')
  await form.getByRole('group', { name: '多教一招' }).getByRole('textbox', { name: '英文', exact: true }).fill('Teaches a trick')
  await form.getByRole('textbox', { name: '怎么算做到' }).fill('顺手教用户一个窍门')
  await form.getByRole('textbox', { name: '英文说明' }).fill('A useful hint beyond the matter')
  await form.getByRole('checkbox', { name: '可以不适用' }).check()
  await form.getByRole('region', { name: '开场' }).waitFor()
  await lead.getByText('sections › 0 › items：至少要有 1 条').waitFor()
  await form.getByRole('button', { name: '去掉“开场”这一段' }).click()
  await lead.getByRole('button', { name: /^去\s?掉$/u }).click()
  await lead.getByText('检查通过').waitFor()
  draft = lead.url().split('?')[0] ?? ''
})

test('the reviewer sees what differs, and approves it without a trial on calls', async () => {
  await lead.goto(`${draft}?tab=changes`)
  await lead.getByText('多教一招').first().waitFor()
  await lead.getByText('开场白完整：分值').waitFor()
  await lead.getByRole('button', { name: '交去批准' }).click()
  const other = await theStage.page('demo-qa-lead-2')
  await other.goto(`${draft}?tab=review`)
  await other.getByText('没有什么拦着了，可以批准').waitFor(patience)
  await other.getByRole('button', { name: /^批\s?准$/u }).click()
  await other.getByRole('button', { name: '现在发布' }).click(patience)
  await other.getByText('已经发布').waitFor(patience)
})

test('the next evaluation is judged by it, one begun before by the card of then; rolled back, the old card holds again', async () => {
  await evaluates('past-1', /热线通话评分表/u)
  await lead.getByText('多教一招').waitFor()
  await evaluates('past-0', /热线通话评分表/u)
  expect(await lead.getByText('多教一招').count()).toBe(0)
  await lead.goto(`${theStage.address}/library/versions`)
  await lead.getByRole('button', { name: /^退回/u }).click()
  await lead.getByRole('button', { name: '退回这一版', exact: true }).click()
  await lead.getByText('已退回').waitFor()
  await evaluates('past-2', /热线通话评分表/u)
  expect(await lead.getByText('多教一招').count()).toBe(0)
})

test('a further card begins as a copy of another', async () => {
  await lead.goto(`${theStage.address}/library/drafts`)
  await lead.getByRole('textbox', { name: '这次要改什么，一句话' }).fill('回访评分表')
  await lead.keyboard.press('Enter')
  await lead.getByRole('radiogroup').first().getByText('评分表').click()
  await lead.getByText('＋ 新开一张评分表').click()
  await lead.getByRole('textbox', { name: '名称', exact: true }).fill('回访评分表')
  await lead.getByRole('textbox', { name: '英文名称' }).fill('Callback')
  await lead.getByRole('textbox', { name: '编号，例如 callback-call' }).fill('callback-call')
  await lead.keyboard.press('Enter')
  await lead.getByRole('form', { name: 'callback-call' }).getByText('先安抚情绪，再办事情').or(lead.getByText('听完再说')).first().waitFor()
  await lead.getByText('检查通过').waitFor()
})
