import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'
import type { SpokenCall } from '../support/spoken-call.ts'

let theStage: Stage
let page: Page
let call: SpokenCall
beforeAll(async () => {
  theStage = await stage()
  page = await theStage.page()
})
afterAll(async () => {
  await theStage.close()
})

const shown = (text: string | RegExp) => page.getByText(text).first().waitFor()
const press = (...keys: readonly string[]) => keys.reduce(async (before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const warning = () => page.getByRole('alert')
const fact = (name: string) => page.locator('button[data-row]', { hasText: name })
const sentence = () => page.locator('p[lang=zh-CN]').allInnerTexts()
const keyOf = async (reaction: string): Promise<string> => {
  const button = page.getByRole('region', { name: '用户接下来' }).getByRole('button', { name: reaction })
  return (await button.getAttribute('aria-keyshortcuts')) ?? ''
}

test('a call comes in and opens by itself', async () => {
  await page.goto(theStage.address)
  await shown('现在没有通话')
  call = await theStage.call('angry', { callerNumber: '13812342075', queue: '笔记本售后' })
  await shown('来电 138****2075 · 笔记本售后')
  await shown('还没有人说话')
})

test('an angry caller is recognised by the words, and so is what they tell', async () => {
  await call.says('agent', '您好，阳光李敏，工号1001，很高兴为您服务，请问有什么可以帮您？')
  await call.says('caller', '气死我了，这台机器修了三次了今天又坏了，我不修了，给我换一台！')
  await shown('怒气冲冲的来电')
  await shown(/第 1 步，共/)
  await shown('发火')
  await fact('维修次数').getByText('3 次').waitFor()
})

test('a forbidden phrase raises the warning while it is being spoken, with the sentence that repairs it', async () => {
  await call.begins('agent', '这个不归我管')
  await call.begins('agent', '这个不归我管，你找')
  await warning().getByText('好像说了').waitFor()
  await call.says('agent', '这个不归我管，你找维修站去')
  await warning().getByText('刚才说了').waitFor()
  await warning().getByText('改说：').waitFor()
  await page.locator('mark[data-kinds~="forbidden"]', { hasText: '不归我' }).first().waitFor()
})

test('the repair makes the warning leave by itself, and the key points heard move the step on', async () => {
  await Promise.all([shown('补回来了'), call.says('agent', '对不起，这件事我来办，今天下午五点前给您回电话')])
  await warning().getByText('改说：').waitFor({ state: 'detached' })
  await shown('第 2 步')
  await shown('还要问：生气的原因')
  const asked = page.getByRole('group', { name: '还要问：生气的原因' })
  await expect.poll(async () => {
    const [frame, lastOption] = [await asked.boundingBox(), await asked.getByRole('button').last().boundingBox()]
    return (frame?.y ?? 0) + (frame?.height ?? 0) - (lastOption?.y ?? Number.NaN) - (lastOption?.height ?? 0)
  }).toBeGreaterThan(0)
})

test('with five answers, seven reactions and a reminder nothing has to be scrolled for', async () => {
  const hidden = () => page.locator('main [class*=below]').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  for (const size of [{ width: 1280, height: 800 }, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size)
    await expect.poll(hidden).toBe(0)
  }
})

test('the demand for a supervisor interrupts with S, and the call comes back to the same step', async () => {
  await press('s')
  await shown('插入')
  await shown('您要找主管，我不拦您')
  await press(await keyOf('愿意继续谈'))
  await page.getByText('您要找主管，我不拦您').waitFor({ state: 'detached' })
  await press('Space')
  await shown('怒气冲冲的来电')
  await shown('还要问：生气的原因')
  await page.getByText('插入', { exact: false }).waitFor({ state: 'detached' })
})

test('the fact being asked is answered by Enter and a digit', async () => {
  await press('Enter')
  await shown('按数字选')
  await press('4')
  await shown('经过我听明白了')
})

test('V turns to another wording, Space goes on and Z comes back to the wording that was chosen', async () => {
  const main = await sentence()
  await press('v')
  await shown('更缓和')
  const calmer = await sentence()
  expect(calmer).not.toEqual(main)
  await press('Space')
  await shown('碰上这样的事')
  await press('z')
  await page.getByText('碰上这样的事').waitFor({ state: 'detached' })
  await expect.poll(sentence).toEqual(calmer)
})

test('what is typed into the search does not act on the call', async () => {
  await press('/')
  await page.keyboard.type('vvv')
  await shown('没有找到“vvv”')
  await press('Escape')
  await shown('照实说明原因')
})

test('the call is ended and wrapped up by keys', async () => {
  await press('e')
  await shown('结束通话，开始小结？')
  await press('Enter')
  await shown('答应过的事')
  await shown('今天下午五点前给您回电话')
  await shown('已补救')
  await press('7', 'n')
  await page.keyboard.type('下周一回访')
  await press('Control+Enter')
  await shown('现在没有通话')
  expect(theStage.failures).toEqual([])
})
