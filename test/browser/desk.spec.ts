import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'

/** What the page finds in place of the browser's recogniser, and how the test makes it speak. */
interface FakeEngine extends EventTarget {
  lang: string
  started: number
}
interface FakeWindow {
  SpeechRecognition: unknown
  engines: FakeEngine[]
}

let theStage: Stage
let page: Page
beforeAll(async () => {
  theStage = await stage({ SUNLINE_SCREEN_POP: 'https://crm.example.com/open?ticket={ticketNumber}&call={callId}' })
  page = await theStage.page()
  await page.addInitScript(() => {
    const host = globalThis as unknown as FakeWindow
    host.engines = []
    host.SpeechRecognition = class extends EventTarget {
      lang = ''
      started = 0
      start(): void {
        this.started += 1
        host.engines.push(this)
      }
      abort(): void {
        this.dispatchEvent(new Event('end'))
      }
    }
  })
})
afterAll(async () => {
  await theStage.close()
})

/** The newest engine hears the agent: the results of one event, as browsers give them. */
const hear = (index: number, transcript: string, isFinal: boolean) =>
  page.evaluate(
    ([at, text, final]) => {
      const { engines } = globalThis as unknown as FakeWindow
      const results = { length: at + 1, [at]: { isFinal: final, 0: { transcript: text, confidence: 0.9 } } }
      engines.at(-1)?.dispatchEvent(Object.assign(new Event('result'), { resultIndex: at, results }))
    },
    [index, transcript, isFinal] as const,
  )
const engines = () => page.evaluate(() => (globalThis as unknown as FakeWindow).engines.map(({ lang }) => lang))
const fail = (error: string) => page.evaluate((fault) => void (globalThis as unknown as FakeWindow).engines.at(-1)?.dispatchEvent(Object.assign(new Event('error'), { error: fault })), error)
const patch = (attributes: object) => fetch(`${theStage.address}/api/calls/desk/attributes`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ attributes }) })

test('the customer’s page opens by key or click once the customer is known', async () => {
  await theStage.call('desk', { callerNumber: '13812342075', queue: '笔记本售后' })
  await page.goto(`${theStage.address}/calls/desk`)
  await page.getByTitle('还不知道是哪位客户').waitFor()
  await patch({ ticketNumber: 'WX 12' })
  const link = page.getByRole('link', { name: /客户资料/u })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('https://crm.example.com/open?ticket=WX%2012&call=desk')
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
  await page.context().route('https://crm.example.com/**', (route) => route.fulfill({ body: 'crm' }))
  const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('c')])
  await opened.waitForURL('https://crm.example.com/open?ticket=WX%2012&call=desk')
  await opened.close()
})

test('the browser hears the agent: words, a warning while they are spoken, the final text', async () => {
  await Promise.all([page.getByText('由浏览器识别您的声音').waitFor(), page.keyboard.press('m')])
  await page.getByRole('button', { name: /麦克风开着/u }).waitFor()
  await expect.poll(engines).toEqual(['zh-CN'])
  await hear(0, '这个不归我管', false)
  await hear(0, '这个不归我管，你找', false)
  await page.getByRole('alert').getByText('好像说了').waitFor()
  await hear(0, '这个不归我管，你找维修站去', true)
  await page.getByRole('alert').getByText('刚才说了').waitFor()
  await hear(1, '嗯', false)
  await page.locator('p, div, li', { hasText: '嗯' }).first().waitFor()
  await hear(1, '', true)
})

test('on hold it pauses, and comes back by itself; the browser may end it at any time', async () => {
  await page.keyboard.press('h')
  await page.getByRole('button', { name: /麦克风停了/u }).waitFor()
  await hear(2, '这句不是对用户说的', true)
  await page.keyboard.press('h')
  await page.getByRole('button', { name: /麦克风开着/u }).waitFor()
  await expect.poll(engines).toHaveLength(2)
  await page.evaluate(() => void (globalThis as unknown as FakeWindow).engines.at(-1)?.dispatchEvent(new Event('end')))
  await expect.poll(engines).toHaveLength(3)
  await hear(0, '对不起，这件事我来办', true)
  await page.getByText('对不起，这件事我来办').first().waitFor()
  expect(await page.getByText('这句不是对用户说的').count()).toBe(0)
})

test('a microphone that is refused says what to do', async () => {
  await Promise.all([page.getByText('浏览器没有允许使用麦克风').waitFor(), fail('not-allowed')])
  await page.getByRole('button', { name: /麦克风$/u }).waitFor()
})

test('a call that is transferred opens on the next agent’s screen as it stands, and leaves the former one’s', async () => {
  const next = await theStage.page('demo-agent-2')
  await next.goto(theStage.address)
  await next.getByText('现在没有通话').first().waitFor()
  const event = { type: 'transferred', callId: 'desk', toAgent: '1002' }
  await fetch(`${theStage.address}/api/telephony/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) })
  await next.waitForURL('**/calls/desk')
  await next.getByText('对不起，这件事我来办').first().waitFor()
  await next.getByText('来电 138****2075 · 笔记本售后').waitFor()
  await page.getByText('这通电话已转给张伟').waitFor()
  await page.getByRole('button', { name: '回到首页' }).click()
  await page.getByText('现在没有通话').first().waitFor()
  expect(theStage.failures).toEqual([])
})
