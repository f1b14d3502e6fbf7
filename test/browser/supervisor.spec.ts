import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'
import type { SpokenCall } from '../support/spoken-call.ts'

let theStage: Stage
let agent: Page
let supervisor: Page
let call: SpokenCall
beforeAll(async () => {
  theStage = await stage()
  agent = await theStage.page(null)
  supervisor = await theStage.page(null)
})
afterAll(() => theStage.close())

const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const tile = () => supervisor.getByRole('button', { name: '看 李敏 的通话' })

test('agent and supervisor sign in by key; the supervisor opens the wall, on which nobody talks', async () => {
  for (const [page, key] of [[agent, '1'], [supervisor, '2']] as const) {
    await page.goto(theStage.address)
    await shown(page, '演示：您是谁？')
    await page.keyboard.press(key)
    await shown(page, '现在没有通话')
  }
  await supervisor.getByRole('link', { name: '班组', exact: true }).click()
  await shown(supervisor, '班组现在没有通话')
  expect(await agent.getByRole('link', { name: '班组', exact: true }).count()).toBe(0)
})

test('a call of the team appears on the wall, and what becomes of it is seen there', async () => {
  call = await theStage.call('watched', { callerNumber: '13812342075', queue: '笔记本售后' })
  await tile().waitFor()
  await shown(agent, '来电 138****2075 · 笔记本售后')
  await shown(agent, '告知用户：为保证服务质量，本次通话会被录音并转成文字。')
  await call.says('agent', '您好，阳光李敏，工号1001，很高兴为您服务，请问有什么可以帮您？')
  await call.says('caller', '气死我了，这台机器修了三次了今天又坏了，我不修了，给我换一台！')
  await tile().getByText('发火').waitFor()
  await call.says('agent', '这个不归我管，你找维修站去')
  await tile().getByText('不归我').waitFor()
})

test('the supervisor looks in with one key, silently', async () => {
  await supervisor.keyboard.press('1')
  await shown(supervisor, '正在看 李敏 的通话')
  await supervisor.locator('mark[data-kinds~="forbidden"]').first().waitFor()
  await call.begins('caller', '你这是什么态度')
  await shown(supervisor, '你这是什么态度')
  expect(await agent.getByText('王芳').count()).toBe(0)
})

test('a whisper stands at the foot of the agent’s page until the agent presses W, and the supervisor sees that it was read', async () => {
  await supervisor.keyboard.press('w')
  await supervisor.getByRole('textbox', { name: '递话' }).fill('先道歉，可以答应今天回电')
  await supervisor.keyboard.press('Enter')
  await shown(supervisor, '已递：先道歉，可以答应今天回电')
  await shown(agent, '先道歉，可以答应今天回电')
  await agent.keyboard.press('w')
  await agent.getByText('先道歉，可以答应今天回电').waitFor({ state: 'detached' })
  await shown(supervisor, '坐席看到了：先道歉，可以答应今天回电')
})

test('a crisis comes to the top of the wall; the supervisor joins and ticks a key point of its list', async () => {
  await call.says('caller', '你这是什么态度，现在机器冒烟了，插座都在冒火花')
  await supervisor.keyboard.press('Escape')
  await shown(supervisor, '1 通危急')
  await supervisor.keyboard.press('1')
  await shown(supervisor, '只看，不会改动通话')
  await supervisor.keyboard.press('j')
  await shown(supervisor, '已加入：可以勾要点')
  const point = supervisor.getByRole('button', { name: /还没说，点一下算说过/u }).first()
  const name = (await point.getAttribute('aria-label'))?.split('：')[0] ?? ''
  await point.click()
  await supervisor.getByRole('button', { name: `${name}：说过了` }).or(supervisor.getByText('第 2 步')).first().waitFor()
  await supervisor.keyboard.press('Escape')
})

test('the agent ends and wraps the call up, and it leaves the wall', async () => {
  await agent.keyboard.press('e')
  await shown(agent, '结束通话，开始小结？')
  await agent.keyboard.press('Enter')
  await shown(supervisor, '班组现在没有通话')
  await agent.getByRole('radiogroup').waitFor()
  await agent.keyboard.press('1')
  await agent.keyboard.press('Control+Enter')
  await shown(agent, '现在没有通话')
  expect(theStage.failures).toEqual([])
})

test('a call that the supervisor takes over goes to his screen, and the agent is told', async () => {
  await theStage.call('taken', { callerNumber: '13812342076' })
  await shown(agent, '来电 138****2076')
  await tile().click()
  // At once, before the call has come.
  await supervisor.getByRole('heading', { name: '班组通话', exact: true }).waitFor({ state: 'detached' })
  await supervisor.keyboard.press('t')
  await supervisor.getByRole('dialog').getByRole('button', { name: /接\s?手/u }).click()
  await shown(supervisor, '来电 138****2076')
  expect(new URL(supervisor.url()).pathname).toBe('/calls/taken')
  await agent.getByText('王芳').first().waitFor()
  expect(theStage.failures).toEqual([])
})
