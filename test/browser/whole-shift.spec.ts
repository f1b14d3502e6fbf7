import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewApiKey, PersonLink, TeamView } from '../../server/protocol.ts'
import { type Stage, stage } from '../support/browser.ts'
import { type SpokenCall, spokenCall } from '../support/spoken-call.ts'

const password = 'horse staple lantern 42'
let theStage: Stage
let agent: Page
let supervisor: Page
let stranger: Page
let call: SpokenCall

/** A request as the page of this person sends it. */
const send = async <T>(page: Page, path: string, data: object): Promise<T> => {
  const answer = await page.context().request.post(`${theStage.address}${path}`, { data, headers: { 'x-sunline-page': '1' } })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as T
}
const enter = async (page: Page, login: string): Promise<void> => {
  await page.goto(theStage.address)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '正在进行的通话' }).waitFor()
}

beforeAll(async () => {
  theStage = await stage({ SUNLINE_ACCOUNTS: 'on' })
  const administrator = await theStage.page(null)
  const visitor = await theStage.page(null)
  await send(administrator, '/api/session/link', { token: theStage.administratorLink?.split('#')[1], login: 'zhaolei', name: '赵磊', password })
  const [first, second] = [await send<TeamView>(administrator, '/api/teams', { name: '一组' }), await send<TeamView>(administrator, '/api/teams', { name: '二组' })]
  const add = async (login: string, name: string, number: string, role: string, team: TeamView): Promise<void> => {
    const { link } = await send<PersonLink>(administrator, '/api/people', { login, name, number, roles: [role], team: team.id })
    await send(visitor, '/api/session/link', { token: link.split('#')[1], password })
  }
  await add('limin', '李敏', '1001', 'agent', first)
  await add('wangfang', '王芳', '2001', 'supervisor', first)
  await add('zhangwei', '张伟', '1002', 'agent', second)
  const { key } = await send<NewApiKey>(administrator, '/api/keys', { name: '电话系统', scopes: ['ingest:send', 'calls:announce'] })
  ;[agent, supervisor, stranger] = [await theStage.page(null), await theStage.page(null), await theStage.page(null)]
  await enter(agent, 'limin')
  await enter(supervisor, 'wangfang')
  await enter(stranger, 'zhangwei')
  call = await spokenCall(theStage.address, 'shift', { agent: '1001', callerNumber: '13812342075', queue: '笔记本售后' }, key)
})
afterAll(() => theStage.close())

test('the call opens on the screen of the agent whose number the telephone system names', async () => {
  await agent.getByText('来电 138****2075 · 笔记本售后').waitFor()
  await call.says('agent', '您好，阳光李敏，工号1001，很高兴为您服务，请问有什么可以帮您？')
  await call.says('caller', '气死我了，这台机器修了三次了今天又坏了，我不修了，给我换一台！')
  await agent.getByText('这台机器修了三次了今天又坏了').first().waitFor()
})

test('the supervisor of the team looks in', async () => {
  await supervisor.getByRole('button', { name: /138\*{4}2075/u }).click()
  await supervisor.getByText('这台机器修了三次了今天又坏了').first().waitFor()
  await call.says('agent', '这个不归我管，你找维修站去')
  await supervisor.getByRole('alert').getByText('刚才说了').waitFor()
})

test('an agent of another team sees nothing of it, not even by its address', async () => {
  await stranger.getByText('现在没有通话').waitFor()
  await stranger.goto(`${theStage.address}/calls/shift`)
  await stranger.getByText(/权限|somebody else/u).first().waitFor()
  expect(await stranger.getByText('修了三次').count()).toBe(0)
})

test('the agent ends the call and wraps it up', async () => {
  await Promise.all([agent.getByText('补回来了').waitFor(), call.says('agent', '对不起，这件事我来办，今天下午五点前给您回电话')])
  await agent.keyboard.press('e')
  await agent.getByText('结束通话，开始小结？').waitFor()
  await agent.keyboard.press('Enter')
  await agent.getByText('答应过的事').first().waitFor()
  await agent.keyboard.press('7')
  await agent.keyboard.press('Control+Enter')
  await agent.getByText('现在没有通话').waitFor()
  expect(theStage.failures).toEqual([])
})

test('signing out leaves nothing behind', async () => {
  await agent.getByRole('button', { name: '退出' }).click()
  await agent.getByRole('button', { name: /登\s*录/u }).waitFor()
  await agent.goBack()
  await agent.getByRole('button', { name: /登\s*录/u }).waitFor()
  expect(await agent.getByText('138****2075').count()).toBe(0)
})
