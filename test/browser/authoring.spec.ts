import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from '../support/browser.ts'
import type { SpokenCall } from '../support/spoken-call.ts'
import { stageWithCalls } from '../support/stage-with-calls.ts'

const slip = '师傅出发前先打电话，您看行吗'
const repair = '工程师出发前会先给您打电话'

let theStage: Stage
let lead: Page
let agent: Page
let running: SpokenCall
let draft: string
beforeAll(async () => {
  theStage = await stageWithCalls(500)
  lead = await theStage.page('demo-qa-lead')
  agent = await theStage.page()
  running = await theStage.call('running')
  await running.says('agent', '您好，阳光服务，请讲')
})
afterAll(async () => {
  await theStage.close()
})

const looksAt = async (call: string): Promise<void> => {
  await agent.goto(`${theStage.address}/calls/${call}`)
  await agent.getByText(slip).first().waitFor()
}

test('a lead drafts a rule; a fault shows beside the form, the test box says what matches and why', async () => {
  await lead.goto(`${theStage.address}/library/drafts`)
  await lead.getByRole('textbox', { name: '这次要改什么，一句话' }).fill('上门的叫工程师')
  await lead.keyboard.press('Enter')
  await lead.getByText('＋ 新写一条规则').click()
  await lead.getByRole('combobox', { name: '类别' }).fill('推诿')
  await lead.locator('.ant-select-item-option', { hasText: '推诿' }).first().waitFor()
  await lead.keyboard.press('Enter')
  await lead.getByRole('textbox', { name: '编号，例如 tw20' }).fill('tst01')
  await lead.getByRole('button', { name: '开始写' }).click()
  const field = (name: string) => lead.getByRole('form', { name: 'tst01' }).getByRole('textbox', { name })
  await field('名称').fill('叫师傅')
  await field('原话').fill('(师傅出发前')
  await field('改说').fill(repair)
  await field('为什么不能说').fill('上门的是工程师')
  await lead.getByText('1 处要改').waitFor()
  await lead.getByText(/^wording\/passing-the-buck\.yaml:\d+$/u).waitFor()
  await field('原话').fill('师傅出发前')
  await lead.getByText('检查通过').waitFor()
  await lead.getByPlaceholder('粘贴一句话，按 Enter').fill(slip)
  await lead.keyboard.press('Enter')
  const drafted = lead.getByRole('region', { name: '草稿' })
  await drafted.getByText('tst01').waitFor()
  await drafted.locator('mark').getByText('师傅出发前', { exact: true }).waitFor()
  await lead.getByRole('region', { name: '线上' }).getByText('没有抓到').waitFor()
  draft = lead.url().split('?')[0] ?? ''
})

test('the draft is tried on 500 stored calls before anyone can approve it', async () => {
  await lead.getByRole('tab', { name: '批准与发布' }).click()
  await lead.getByText('先用历史通话试跑这份草稿').waitFor()
  await lead.getByText('要由另一个人来批准').waitFor()
  await lead.getByRole('tab', { name: '试跑' }).click()
  await lead.getByRole('button', { name: '开始试跑' }).click()
  await lead.getByText('看了 500 通').waitFor()
  const gained = lead.getByRole('heading', { name: '多抓到' })
  await expect.poll(async () => Number(await gained.locator('b').innerText())).toBeGreaterThan(0)
  await lead.getByRole('group', { name: '改的规则本身' }).getByText('tst01').first().waitFor()
  await lead.getByRole('group').getByText('师傅出发前').first().waitFor()
  expect(await lead.getByRole('link', { name: /^past-\d+ \d\d:\d\d/u }).first().getAttribute('href')).toMatch(/^\/training\/replay\/past-\d+\?at=\d+$/u)
  await lead.getByText('每百通提醒').waitFor()
})

test('a second person approves it, and it is published', async () => {
  await lead.getByRole('button', { name: '交去批准' }).click()
  const other = await theStage.page('demo-qa-lead-2')
  await other.goto(`${draft}?tab=review`)
  await other.getByText('没有什么拦着了，可以批准').waitFor()
  await other.getByRole('textbox', { name: '给作者的话' }).fill('好')
  await other.getByRole('button', { name: /^批\s?准$/u }).click()
  await other.getByText('孙丽').nth(1).waitFor()
  await lead.goto(`${draft}?tab=review`)
  await lead.getByRole('button', { name: '现在发布' }).click()
  await lead.getByText('已经发布').waitFor()
})

test('a new call is warned at the next utterance; the running call keeps its words', async () => {
  await running.says('agent', slip)
  await looksAt('running')
  expect(await agent.getByRole('alert').getByText(repair).count()).toBe(0)
  const fresh = await theStage.call('fresh')
  await fresh.says('agent', slip)
  await looksAt('fresh')
  await agent.getByRole('alert').getByText(repair).waitFor()
})

test('it is rolled back once that is confirmed', async () => {
  await lead.goto(`${theStage.address}/library/versions`)
  await lead.getByText('草稿 · 上门的叫工程师').waitFor()
  await lead.getByRole('button', { name: /^退回/u }).click()
  await lead.getByRole('button', { name: '退回这一版', exact: true }).click()
  await lead.getByText('已退回').waitFor()
  const later = await theStage.call('later')
  await later.says('agent', slip)
  await looksAt('later')
  expect(await agent.getByRole('alert').getByText(repair).count()).toBe(0)
})

test('nothing on these pages fails or breaks the content security policy', () => {
  expect(theStage.failures).toEqual([])
})

test('a cue begins on screen, for a scenario chosen by its title', async () => {
  await lead.goto(`${theStage.address}/library/drafts`)
  await lead.getByRole('textbox', { name: '这次要改什么，一句话' }).fill('听出赠品没给')
  await lead.keyboard.press('Enter')
  await lead.getByText('＋ 新写一条线索').click()
  const begun = lead.locator('details', { hasText: '新写一条线索' })
  await begun.getByRole('textbox', { name: '名称', exact: true }).fill('赠品没给')
  await begun.getByRole('textbox', { name: '英文名称' }).fill('A gift is missing')
  await begun.getByRole('textbox', { name: '编号，例如 gift_missing' }).fill('gift_missing')
  await begun.getByRole('button', { name: '开始写' }).click()
  const form = lead.getByRole('form', { name: 'gift_missing' })
  await form.getByRole('textbox', { name: '给坐席的提示' }).fill('先问有没有凭证')
  await form.getByRole('textbox', { name: '英文提示' }).fill('Ask for a proof first')
  await form.getByRole('combobox', { name: '说的是哪种情况' }).fill('怒气')
  await lead.locator('.ant-select-item-option', { hasText: '怒气冲冲的来电' }).first().waitFor()
  await lead.keyboard.press('Enter')
  await form.getByRole('textbox', { name: '句式（一行一个）' }).fill('(赠品|礼品)..4(没|少)')
  await form.getByRole('textbox', { name: '该抓到的例句（一行一句）' }).fill(['赠品没给我', '赠品怎么没送', '礼品少了一样', '礼品到现在没有', '赠品没收到', '礼品没放进箱子', '赠品少给了', '赠品一直没寄'].join('\n'))
  await lead.getByText('检查通过').waitFor()
  expect(theStage.failures).toEqual([])
})
