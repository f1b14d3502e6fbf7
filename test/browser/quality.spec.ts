import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { openSimpleStore } from '../../server/store/store.ts'
import { type Stage, stage } from '../support/browser.ts'
import { type PastCall, playPastCalls } from '../support/past-calls.ts'

const folder = mkdtempSync(join(tmpdir(), 'sunline-quality-'))
let theStage: Stage
/** The clock of the pages stands, so that last week is the same week to the end. */
const now = new Date()
/** Wednesday of last week at ten, in the time of this machine. */
const lastWeek = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ((now.getDay() + 6) % 7) - 5, 10).getTime()
const agent = { agent: '李敏', agentId: 'demo-agent', team: 'demo-team-1' }
const turns = (agentSays: readonly string[]): PastCall['turns'] =>
  ['您好，阳光服务，我是李敏，请讲', '这台机器你们都修了三次了，又坏了', ...agentSays, '那行吧'].map((text, number) => ({ at: number * 5_000, speaker: number % 2 === 0 ? 'agent' : 'caller', text }))

beforeAll(async () => {
  const database = join(folder, 'calls.db')
  const store = await openSimpleStore(database)
  await playPastCalls(store, libraryEngine(loadLibrary(libraryRoot), diskCache(derivedFolder)), [
    { id: 'month-ago', startedAt: lastWeek - 21 * 86_400_000, agent, turns: turns(['这个不归我们管', '什么意思']) },
    { id: 'last-week', startedAt: lastWeek, agent, scenario: 'repeated-repairs-wants-replacement', turns: turns(['这个不归我们管', '那我找谁']) },
    { id: 'polite', startedAt: lastWeek + 3_600_000, agent, turns: turns(['对不起，给您添麻烦了', '能不能换一台']) },
  ])
  await store.close()
  theStage = await stage({ DATABASE_URL: database })
})
afterAll(async () => {
  await theStage.close()
  rmSync(folder, { recursive: true, force: true })
})

const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const open = (page: Page, path: string) => page.goto(`${theStage.address}${path}`)
async function choose(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: box, exact: true }).click()
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option, { exact: true }).click()
}
const items = (page: Page, label: string) => page.getByRole('listitem').filter({ hasText: label })

test('a QA lead finds an unrepaired “不归我们管” of last week, hears it, evaluates the call; the agent disputes; a second reviewer settles', async () => {
  const lead = await theStage.page('demo-qa-lead')
  await lead.clock.setFixedTime(now)
  // Ended calls are looked through a few seconds after the start; the page shows what comes of it.
  await open(lead, '/quality')
  await shown(lead, '共 2 条')
  await choose(lead, '时间', '上周')
  await choose(lead, '补救', '没补救')
  await lead.getByRole('textbox', { name: '话里有…' }).fill('不归我们管')
  await shown(lead, '共 1 条')
  await lead.getByRole('complementary').getByText('这个不归我们管').waitFor()

  await lead.getByRole('link', { name: '听这一句' }).click()
  await lead.waitForURL(/\/training\/replay\/last-week\?at=10000/u)
  await lead.getByRole('log').getByText('不归我们管').waitFor()
  await lead.getByRole('slider', { name: '放到哪里' }).and(lead.locator('[aria-valuenow="10"]')).waitFor()
  await lead.goBack()
  await shown(lead, '共 1 条')

  await lead.keyboard.press('r')
  await lead.getByRole('complementary').getByText('判得对 · 刘洋判的').waitFor()
  await lead.keyboard.press('e')
  await lead.getByRole('button', { name: /热线通话评分表/u }).click()
  const wording = items(lead, '用语文明，不推诿')
  await wording.getByText('系统看：没做到').waitFor()
  await wording.getByText('这个不归我们管').waitFor()
  await wording.getByRole('link', { name: '听 00:10' }).waitFor()
  for (const label of ['问清了问题和要求', '答复准确，办法可行']) await items(lead, label).getByRole('radio', { name: '做到', exact: true }).click()
  await items(lead, '开场白完整').getByRole('radio', { name: '部分' }).click()
  await items(lead, '开场白完整').getByRole('textbox', { name: /说明理由/u }).fill('没有报工号')
  await lead.keyboard.press('Enter')
  await shown(lead, '理由：没有报工号')
  await lead.getByRole('textbox', { name: /给坐席的话/u }).fill('这句话把用户推出去了，先接住再说怎么办')
  await lead.getByRole('button', { name: '发给坐席' }).click()
  await shown(lead, '等坐席确认')

  const seat = await theStage.page('demo-agent')
  await open(seat, '/my/evaluations')
  await seat.getByRole('row').filter({ hasText: '热线通话评分表' }).getByRole('link').click()
  await shown(seat, '这句话把用户推出去了')
  await seat.getByRole('button', { name: '我有异议' }).click()
  await seat.getByRole('checkbox', { name: '我有异议：用语文明，不推诿' }).check()
  await seat.getByRole('textbox', { name: /为什么有异议/u }).fill('我是在重复用户的话')
  await seat.getByRole('button', { name: '提交异议' }).click()
  await shown(seat, '李敏的异议')

  await lead.reload()
  await shown(lead, '李敏的异议')
  expect(await lead.getByRole('button', { name: '维持原评分' }).count()).toBe(0)

  const second = await theStage.page('demo-supervisor')
  await open(second, '/quality/evaluations?tab=list&status=disputed')
  await second.getByRole('row').filter({ hasText: '李敏' }).getByRole('link').click()
  await shown(second, '我是在重复用户的话')
  await items(second, '用语文明，不推诿').getByRole('radio', { name: '部分' }).click()
  await items(second, '用语文明，不推诿').getByRole('textbox', { name: /说明理由/u }).fill('前半句确实是复述')
  await second.keyboard.press('Enter')
  await second.getByRole('textbox', { name: /复核意见/u }).fill('改成部分做到，注意语气')
  await second.getByRole('button', { name: '按改动裁定' }).click()
  await shown(second, '已裁定')

  await seat.reload()
  await shown(seat, '改了评分')
  await seat.getByText('改成部分做到，注意语气').waitFor()
})

test('what was said is found by two characters, with the words marked and the way to its second', async () => {
  const lead = await theStage.page('demo-qa-lead')
  await open(lead, '/quality/search')
  await lead.getByLabel(/找说过的话/u).fill('修了三次')
  await lead.locator('mark').getByText('修了三次').first().waitFor()
  await expect.poll(() => lead.locator('mark').count()).toBe(3)
  await choose(lead, '谁说的', '坐席')
  await shown(lead, '没有符合条件的')
})

test('trends compare agents over time, and a sampling plan puts calls on the list', async () => {
  const lead = await theStage.page('demo-qa-lead')
  await open(lead, '/quality/trends')
  await lead.getByRole('img', { name: /每百通问题/u }).waitFor()
  await lead.getByRole('row').filter({ hasText: '李敏' }).getByText('3', { exact: true }).waitFor()
  await open(lead, '/quality/evaluations?tab=plans')
  await lead.getByRole('textbox', { name: '计划名称' }).fill('每周高风险')
  await lead.getByRole('spinbutton', { name: '近几天' }).fill('60')
  await lead.getByRole('button', { name: '加一个计划' }).click()
  await Promise.all([shown(lead, /抽到 \d 通/u), lead.getByRole('listitem').filter({ hasText: '每周高风险' }).getByRole('button', { name: '抽一批' }).click()])
  await open(lead, '/quality/evaluations')
  await lead.getByRole('row').filter({ hasText: '每周高风险' }).first().getByRole('button', { name: '开始评' }).click()
  await lead.waitForURL(/\/quality\/evaluations\/[0-9a-f-]{36}$/u)
})
