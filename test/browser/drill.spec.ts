import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'

let theStage: Stage
let page: Page
beforeAll(async () => {
  theStage = await stage()
})
beforeEach(async () => {
  page = await theStage.page('demo-agent-2')
})
afterAll(() => theStage.close())

const field = () => page.getByRole('textbox', { name: '像在电话里一样说，回车发出' })

/** Begins a drill of the scenario whose title is given. */
async function begin(title: string, mode: string): Promise<void> {
  await page.goto(`${theStage.address}/training/drills`)
  await page.getByText(mode).click()
  await page.getByRole('textbox', { name: '找场景：标题或类别' }).fill(title)
  await page.getByRole('button', { name: title }).click()
  await page.getByText('电话响了，请接听：先问好。').waitFor()
}

/** Says what the card shows; gaps are filled with a time. */
async function sentence(): Promise<string> {
  const shown = await page.locator('[class*=sentence]').textContent()
  return (shown ?? '').replaceAll(/（[^）]*）|\[[^\]]*\]/gu, '明天下午三点')
}

/** Speaks turn by turn until the call is over, then opens the debrief. */
async function converse(words: (sentence: string, turn: number) => string): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    const before = await page.locator('li[data-speaker=agent]').count()
    await field().fill(words(await sentence(), turn))
    await page.keyboard.press('Enter')
    await page.locator('li[data-speaker=agent]').nth(before).waitFor()
    if ((await page.getByText('通话结束').count()) > 0) break
    await page.locator('form input:enabled').waitFor()
  }
  await page.keyboard.press('Enter')
  await page.getByText('分通过').or(page.getByText('说了禁语，没有挽回')).first().waitFor()
}

test('a trainee who says the sentences passes, and sees how it went', async () => {
  await begin('修过好几回又坏了', '学习：看着话术说')
  await converse((shown) => shown)
  await page.getByText('通过', { exact: true }).first().waitFor()
  await page.locator('[class*=flow] .react-flow__node').first().waitFor()
  expect(await page.getByText('漏了').count()).toBe(0)
  expect(theStage.failures).toEqual([])
})

test('a trainee who forgets a point and says a forbidden phrase fails; the debrief names both and lets him try again from there', async () => {
  await begin('修过好几回又坏了', '学习：看着话术说')
  await converse((shown) => (shown.includes('对不起') && shown.includes('修了这么多次') ? '嗯，这事不归我们管。' : shown))
  await page.getByText('没通过').first().waitFor()
  await page.getByText('说了禁语，没有挽回').waitFor()
  await page.getByText('漏了：').first().waitFor()
  await page.getByText('道过歉').first().waitFor()
  await page.locator('del').first().getByText('不归我们管').waitFor()
  await page.getByRole('button', { name: '从这一句重来' }).nth(1).click()
  await field().waitFor()
  await page.locator('[class*=sentence]', { hasText: '修了这么多次还没好' }).waitFor()
  await expect.poll(() => page.locator('li[data-speaker=agent]').count()).toBe(1)
})
