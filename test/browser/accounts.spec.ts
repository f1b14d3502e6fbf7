import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'

let theStage: Stage
let administrator: Page
beforeAll(async () => {
  theStage = await stage({ SUNLINE_ACCOUNTS: 'on' })
  administrator = await theStage.page(null)
})
afterAll(() => theStage.close())

const password = 'horse staple lantern 42'

test('the link of the first start makes the administrator, who is then signed in', async () => {
  await administrator.goto(theStage.administratorLink ?? '')
  await administrator.getByRole('heading', { name: '第一位管理员' }).waitFor()
  await administrator.getByLabel('姓名').fill('赵磊')
  await administrator.getByLabel('登录名').fill('zhaolei')
  await administrator.getByLabel('新密码').fill('password1234')
  await administrator.keyboard.press('Enter')
  await administrator.getByText('这个密码太短，或者太容易猜到').waitFor()
  await administrator.getByLabel('新密码').fill(password)
  await administrator.keyboard.press('Enter')
  await administrator.getByRole('link', { name: '赵磊' }).waitFor()
  expect(new URL(administrator.url()).pathname).toBe('/admin')
})

test('the administrator adds a team and an agent, who chooses a password by the link', async () => {
  await administrator.getByRole('link', { name: '管理', exact: true }).click()
  await administrator.getByRole('link', { name: '班组' }).click()
  await administrator.getByLabel('班组名').fill('售后一组')
  await administrator.keyboard.press('Enter')
  await administrator.getByText('0 人').waitFor()
  await administrator.getByRole('link', { name: '人员' }).click()
  await administrator.getByRole('button', { name: '添加人员' }).click()
  await administrator.getByLabel('登录名', { exact: true }).fill('limin')
  await administrator.getByRole('textbox', { name: '姓名', exact: true }).fill('李敏')
  await administrator.getByRole('textbox', { name: '工号', exact: true }).fill('1001')
  await administrator.getByRole('combobox', { name: '班组' }).click()
  await administrator.getByTitle('售后一组').click()
  await administrator.getByRole('button', { name: '保 存' }).click()
  const link = await administrator.getByRole('textbox', { name: '李敏 的一次性链接' }).inputValue()
  await administrator.getByRole('button', { name: '关 闭' }).click()
  await administrator.getByRole('row', { name: /李敏.*售后一组.*还没设密码/u }).waitFor()

  const agent = await theStage.page(null)
  await agent.goto(link)
  await agent.getByLabel('新密码').fill(password)
  await agent.keyboard.press('Enter')
  await agent.getByRole('heading', { name: '正在进行的通话' }).waitFor()
  await agent.goto(link)
  await agent.getByText('这条链接用过了，或者已经过期').waitFor()

  await agent.goto(theStage.address)
  await agent.getByRole('heading', { name: '正在进行的通话' }).waitFor()
  expect(await agent.getByRole('link', { name: '管理', exact: true }).count()).toBe(0)
  await administrator.reload()
  await administrator.getByRole('row', { name: /李敏.*在线（1 处）/u }).getByRole('button', { name: '全部退出' }).click()
  await agent.getByRole('button', { name: /登\s*录/u }).waitFor()
  await agent.getByLabel('登录名').fill('limin')
  await agent.getByLabel('密码').fill('not the right one')
  await agent.keyboard.press('Enter')
  await agent.getByText('登录名和密码对不上').waitFor()
  await agent.getByLabel('密码').fill(password)
  await agent.keyboard.press('Enter')
  await agent.getByRole('heading', { name: '正在进行的通话' }).waitFor()
})

test('an API key is made, shown once, and lets a call in', async () => {
  await administrator.getByRole('link', { name: 'API 密钥' }).click()
  await administrator.getByRole('button', { name: '新建密钥' }).click()
  await administrator.getByLabel('给谁用').fill('识别网关')
  await administrator.getByRole('button', { name: '保 存' }).click()
  const key = await administrator.getByRole('textbox', { name: '“识别网关”的密钥' }).inputValue()
  await administrator.getByRole('button', { name: '关 闭' }).click()
  const announce = (authorization: string): Promise<Response> =>
    fetch(`${theStage.address}/api/calls`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ callId: 'a1', agent: '1001', callerNumber: '13800002075' }) })
  expect((await announce('Bearer sunline_no')).status).toBe(401)
  expect(await (await announce(`Bearer ${key}`)).json()).toMatchObject({ agent: '李敏', callerNumber: '138****2075' })
  await administrator.getByRole('row', { name: /识别网关/u }).getByRole('button', { name: '作 废' }).click()
  await administrator.getByRole('tooltip').getByRole('button', { name: '作 废' }).click()
  await administrator.getByText('已作废').waitFor()
  expect((await announce(`Bearer ${key}`)).status).toBe(401)
})

test('the record says who did it, and no page broke a rule of its content policy', async () => {
  await administrator.getByRole('link', { name: '操作记录' }).click()
  await administrator.getByRole('row', { name: /赵磊.*作废了密钥/u }).waitFor()
  await administrator.getByRole('row', { name: /未登录.*登录失败.*limin/u }).waitFor()
  expect(theStage.failures).toEqual([])
})
