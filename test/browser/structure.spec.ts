import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from '../support/browser.ts'
import type { SpokenCall } from '../support/spoken-call.ts'
import { stageWithCalls } from '../support/stage-with-calls.ts'

const scenario = 'repeated-repairs-wants-replacement'
const said = '我先把您的维修记录调出来看，看完马上跟您说怎么办。'

let theStage: Stage
let trainer: Page
let agent: Page
let draft: string
beforeAll(async () => {
  theStage = await stageWithCalls(200)
  trainer = await theStage.page('demo-trainer')
  agent = await theStage.page()
})
afterAll(async () => {
  await theStage.close()
})

/** Types into a list of choices and takes the first that is left. */
const choose = async (place: Page | Locator, name: string, words: string): Promise<void> => {
  await place.getByRole('combobox', { name }).fill(words)
  await trainer.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option').first().waitFor()
  await trainer.keyboard.press('Enter')
}
const asksForReplacement = async (id: string): Promise<SpokenCall> => {
  const call = await theStage.call(id)
  await call.says('agent', '您好，阳光服务，请讲')
  await call.says('caller', '修了又坏坏了又修，我不想再修了，给我换一台')
  await agent.goto(`${theStage.address}/calls/${id}`)
  await agent.getByRole('button', { name: /修过好几回/u }).first().click()
  await agent.getByText('修了这么多次还没好').first().waitFor()
  return call
}

test('a trainer adds a step with a sentence of its own, sees that nothing leads to it, and mends that', async () => {
  await asksForReplacement('running')
  await trainer.goto(`${theStage.address}/library/drafts`)
  await trainer.getByRole('textbox', { name: '这次要改什么，一句话' }).fill('先调维修记录')
  await trainer.keyboard.press('Enter')
  await trainer.getByRole('tab', { name: '改流程' }).click()
  await choose(trainer, '改哪个流程', scenario)
  await trainer.getByText('检查通过').waitFor()
  await trainer.getByRole('button', { name: '加一步' }).click()
  await trainer.getByRole('textbox', { name: '步骤的名字' }).fill('先调记录')
  await trainer.getByText('还差：说哪一句、说完以后去').waitFor()
  await trainer.getByRole('button', { name: '写一句新的' }).click()
  await trainer.getByRole('textbox', { name: '这句话的编号' }).fill('look-up-first')
  const field = (name: string, place = 0) => trainer.getByRole('textbox', { name, exact: false }).nth(place)
  await field('原句').fill(said)
  await field('英文', 0).fill('Let me look at your repair record first.')
  await field('更缓和的说法').fill('您先消消气，我把您的维修记录调出来看。')
  await field('英文', 1).fill('Give me a moment; I look at your repair record.')
  await field('更短的说法').fill('我先调您的维修记录。')
  await field('英文', 2).fill('I look at your record first.')
  await trainer.getByRole('textbox', { name: '要点', exact: true }).fill('先看记录')
  await field('英文', 3).fill('look at the record')
  await field('听到其中一个就算').fill('维修记录')
  await trainer.getByRole('button', { name: '用这一句' }).click()
  await choose(trainer, '说完以后去', 'commit-responsibility')
  await trainer.getByRole('button', { name: /^加\s?上$/u }).click()
  await trainer.getByText('步骤“先调记录”走不到').waitFor()
  await expect.poll(() => trainer.locator('.react-flow__node', { hasText: '先看记录' }).innerText()).toMatch(/⚠.*先看记录.*新/su)
  await expect.poll(() => trainer.getByRole('button', { name: '交去批准' }).isDisabled()).toBe(true)

  await choose(trainer, '步骤', 'apologize-and-empathize')
  const place = async () => {
    const box = await trainer.locator('.react-flow__node', { hasText: '道过歉' }).boundingBox()
    return [Math.round(box?.x ?? 0), Math.round(box?.y ?? 0)]
  }
  const before = await place()
  await choose(trainer, '“我说过了”通向', '先调记录')
  await trainer.getByText('检查通过').waitFor()
  await expect.poll(place).toEqual(before)
  await trainer.keyboard.press('Control+z')
  await trainer.getByText('步骤“先调记录”走不到').waitFor()
  await trainer.keyboard.press('Control+y')
  await trainer.getByText('检查通过').waitFor()
  draft = trainer.url().split('?')[0] ?? ''
})

test('a branch on a known fact is put after a reaction; a change can be undone and done again', async () => {
  await choose(trainer, '步骤', 'commit-responsibility')
  await trainer.getByRole('button', { name: '在“坚持原来的要求”之后按信息分路' }).click()
  const form = trainer.getByRole('group', { name: '在这里分路' })
  await form.getByRole('textbox', { name: '分路这一步的名字' }).fill('修过几次了')
  await choose(form, '哪项信息', 'repairCount')
  await choose(form, '怎么比', '至少')
  await choose(form, '值', 'repairsBeforeExchange')
  await choose(form, '就去', 'verify-records')
  await form.getByRole('button', { name: /^加\s?上$/u }).click()
  await trainer.getByText('检查通过').waitFor()
  const branch = trainer.locator('.react-flow__node', { hasText: '修过几次了' })
  await expect.poll(() => branch.count()).toBe(1)
  await trainer.getByText('检查通过').waitFor()
  await trainer.keyboard.press('Control+z')
  await expect.poll(() => branch.count()).toBe(0)
  await trainer.getByRole('button', { name: '重做' }).click()
  await expect.poll(() => branch.count()).toBe(1)
  await trainer.getByText('检查通过').waitFor()
})

test('joined conditions are changed where they stand: a part added, changed, turned and taken away, the join changed, each undone by a key', async () => {
  await choose(trainer, '步骤', '修过几次了')
  const shown = async (text: string): Promise<void> => {
    await trainer.getByRole('listitem').getByText(text, { exact: true }).first().waitFor()
    await trainer.getByText('检查通过').waitFor()
  }
  await trainer.getByRole('button', { name: /^改“维修次数/u }).click()
  await trainer.getByRole('button', { name: /^而且 维修次数/u }).click()
  const part = trainer.getByRole('group', { name: '加一个条件' })
  await choose(part, '哪项信息', 'daysOwned')
  await choose(part, '怎么比', '最多')
  await choose(part, '值', 'refundDays')
  await shown('维修次数 ≥ 2 次，且购机天数 ≤ 7 天')
  await trainer.getByRole('radiogroup', { name: '怎么连' }).getByText('满足一条就行').click()
  await shown('维修次数 ≥ 2 次，或购机天数 ≤ 7 天')
  await trainer.getByRole('button', { name: '不是 购机天数 ≤ 7 天' }).click()
  await shown('维修次数 ≥ 2 次，或不是：购机天数 ≤ 7 天')
  await trainer.getByRole('button', { name: '不是 维修次数 ≥ 2 次，或不是：购机天数 ≤ 7 天' }).click()
  await shown('不是（维修次数 ≥ 2 次，或不是：购机天数 ≤ 7 天）')
  await trainer.getByRole('button', { name: '改条件“不是：购机天数 ≤ 7 天”' }).click()
  await choose(trainer.getByRole('group', { name: /^不是（/u }), '值', 'exchangeDays')
  await shown('不是（维修次数 ≥ 2 次，或不是：购机天数 ≤ 15 天）')
  await trainer.getByRole('button', { name: '去掉“维修次数 ≥ 2 次”' }).click()
  await shown('购机天数 ≤ 15 天')
  for (let undone = 0; undone < 6; undone += 1) await trainer.keyboard.press('Control+z')
  await shown('维修次数 ≥ 2 次')
})

test('the draft is walked through by hand', async () => {
  await trainer.getByRole('button', { name: '试走一遍' }).click()
  const walk = trainer.getByRole('region', { name: '试走一遍' })
  await walk.getByText('修了这么多次还没好').waitFor()
  await walk.getByRole('button', { name: '我说过了' }).click()
  await walk.getByText(said).waitFor()
  await trainer.getByRole('button', { name: '回到改' }).click()
})

test('what differs is said in words and drawn; past calls show whose guidance would differ', async () => {
  await trainer.getByRole('tab', { name: '改了什么' }).click()
  await trainer.getByText('新增步骤“先调记录”').waitFor()
  await trainer.getByText('判断“修过几次了”新增：维修次数 ≥ 2 次 → “问：符合换机规定”').waitFor()
  await trainer.getByRole('tab', { name: '试跑' }).click()
  await trainer.getByRole('button', { name: '开始试跑' }).click()
  await trainer.getByText('看了 200 通').waitFor()
  await trainer.getByText(said).first().waitFor()
})

test('a QA lead approves and publishes it; new calls go the new way, the running call goes the old one', async () => {
  await trainer.getByRole('button', { name: '交去批准' }).click()
  await trainer.getByRole('tab', { name: '批准与发布' }).click()
  await trainer.getByText('只有质检主管可以批准').waitFor()
  const lead = await theStage.page('demo-qa-lead')
  await lead.goto(`${draft}?tab=review`)
  await lead.getByText('没有什么拦着了，可以批准').waitFor()
  await lead.getByRole('button', { name: /^批\s?准$/u }).click()
  await lead.getByRole('button', { name: '现在发布' }).click()
  await lead.getByText('已经发布').waitFor()

  await asksForReplacement('fresh')
  await agent.getByRole('button', { name: '我说过了' }).click()
  await agent.getByText(said).first().waitFor()
  await agent.goto(`${theStage.address}/calls/running`)
  await agent.getByRole('button', { name: '我说过了' }).click()
  await agent.getByText('这件事我们负责到底').first().waitFor()
})

test('nothing on these pages fails or breaks the content security policy', () => {
  expect(theStage.failures).toEqual([])
})

test('a new scenario begins as a copy of another one, and says what callers open with', async () => {
  await trainer.goto(`${theStage.address}/library/drafts`)
  await trainer.getByRole('textbox', { name: '这次要改什么，一句话' }).fill('买贵了要补差')
  await trainer.keyboard.press('Enter')
  await trainer.getByRole('tab', { name: '改流程' }).click()
  await trainer.getByText('＋ 新情况').click()
  await choose(trainer, '照着哪一种', 'price-drop-refund')
  await trainer.getByRole('textbox', { name: '名称', exact: true }).fill('买贵了要补差价')
  await trainer.getByRole('textbox', { name: '英文名称' }).fill('Wants the difference')
  await trainer.getByRole('textbox', { name: '编号（小写字母、数字、连字符）' }).fill('wants-difference')
  await trainer.keyboard.press('Enter')
  await trainer.locator('.react-flow__node').first().waitFor()
  await trainer.getByText('检查通过').waitFor()
  await trainer.getByRole('link', { name: '名称、目标、用户开口的话' }).click()
  const form = trainer.getByRole('form', { name: 'wants-difference' })
  await form.getByRole('textbox', { name: /^用户开口会说的话/u }).fill('我买贵了')
  await trainer.getByText('openings：至少要有 20 条').waitFor()
  await form.getByRole('textbox', { name: /^用户开口会说的话/u }).fill(Array.from({ length: 20 }, (_, number) => `我买贵了${String(number)}块`).join('\n'))
  await trainer.getByText('检查通过').waitFor()
  await trainer.getByRole('tab', { name: '改了什么' }).click()
  await trainer.getByRole('heading', { name: '新增 情况 买贵了要补差价' }).waitFor()
})
