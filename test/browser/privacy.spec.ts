import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'

let theStage: Stage
let administrator: Page
beforeAll(async () => {
  theStage = await stage({ SUNLINE_PRIVACY_KEY: 'a secret of the tests, long enough for it' })
  administrator = await theStage.page('demo-administrator')
})
afterAll(() => theStage.close())

const shown = (text: string | RegExp) => administrator.getByText(text).first().waitFor()

test('the administrator changes the opening notice, and the next agent is reminded of it', async () => {
  await administrator.goto(`${theStage.address}/admin/privacy`)
  await administrator.getByLabel('开场要告知的话').fill('本次通话会录音，用于改进服务。')
  await Promise.all([shown('已保存'), administrator.getByRole('button', { name: /保\s?存/u }).click()])
  const agent = await theStage.page()
  await agent.goto(theStage.address)
  await agent.getByText('现在没有通话').waitFor()
  const call = await theStage.call('told', { callerNumber: '13812342075' })
  await call.says('caller', '你好，我电话13812342075')
  await agent.getByText('告知用户：本次通话会录音，用于改进服务。').waitFor()
  await agent.getByText('我电话13812342075').waitFor()
  await agent.keyboard.press('e')
  await agent.getByText('结束通话，开始小结？').waitFor()
  await agent.keyboard.press('Enter')
  await agent.getByRole('radiogroup').waitFor()
  await agent.keyboard.press('1')
  await agent.keyboard.press('Control+Enter')
  await agent.getByText('现在没有通话').waitFor()
})

test('a caller’s calls are found by number and erased, with a reason, and both are on record', async () => {
  await administrator.getByLabel('来电号码').fill('138 1234 2075')
  await administrator.getByLabel('原因（记录在案）').fill('来电者要求删除')
  await administrator.getByRole('button', { name: /查\s?找/u }).click()
  await shown('1 通通话')
  await administrator.getByRole('button', { name: /删\s?除/u }).click()
  await Promise.all([shown('已删除 1 通'), administrator.getByRole('tooltip').getByRole('button', { name: /删\s?除/u }).click()])
  await administrator.getByRole('row', { name: /来电者的请求.*来电者要求 · 赵磊 · 来电者要求删除/u }).waitFor()
  await administrator.getByRole('link', { name: '操作记录' }).click()
  await shown('删除了来电者的数据')
  expect(theStage.failures).toEqual([])
})
