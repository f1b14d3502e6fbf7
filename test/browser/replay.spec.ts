import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'
import { type OtherLibrary, otherLibrary } from '../support/other-library.ts'

let theStage: Stage
let other: OtherLibrary
let files: string
let page: Page
beforeAll(async () => {
  other = otherLibrary('scenarios/conduct/hotline-opening.yaml', 'say: 您好，谢谢您打来。', 'say: 您好，感谢您的来电。')
  files = mkdtempSync(join(tmpdir(), 'sunline-files-'))
  theStage = await stage({ OTHER_LIBRARIES: other.folder })
})
beforeEach(async () => {
  page = await theStage.page('demo-trainer')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
})
afterAll(async () => {
  await theStage.close()
  other.remove()
  rmSync(files, { recursive: true, force: true })
})

const shown = (text: string | RegExp) => page.getByText(text).first().waitFor()
const slider = () => page.getByRole('slider', { name: '放到哪里' })
const seconds = async () => Number(await slider().getAttribute('aria-valuenow'))
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** Opens a sample call as a stored one from the list. */
async function openSample(title: string): Promise<void> {
  await page.goto(`${theStage.address}/training`)
  await page.getByRole('combobox', { name: '打开一通示例' }).click()
  await page.keyboard.type(title)
  await page.getByTitle(title, { exact: true }).click()
  await slider().waitFor()
}

test('a trainer replays a call: plays it, scrubs, steps from mark to mark, and comments on a moment', async () => {
  await openSample('修了三次又坏了，要换机')
  await shown('您好，谢谢您打来。')
  await press('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await page.getByText('8 倍速').waitFor()
  // Slowly enough that the call does not end before it is stopped.
  await press('ArrowDown', 'ArrowDown', ' ')
  await page.getByRole('button', { name: '暂停' }).waitFor()
  await page.getByRole('log').getByText('这台机器你们都修了三次了').waitFor()
  await press(' ')
  await page.getByRole('button', { name: '播放' }).waitFor()

  await press('Home', 'e')
  await page.getByRole('alert').getByText('不归我们管').waitFor()
  await expect.poll(seconds).toBe(19)
  const box = await slider().boundingBox()
  if (box) await page.mouse.click(box.x + 2, box.y + box.height / 2)
  await page.getByRole('log').getByText('不归我们管').waitFor({ state: 'detached' })
  await expect.poll(seconds).toBeLessThan(2)
  await press('e', 'c')
  await page.keyboard.type('这里先道歉，再说办法')
  await press('Control+Enter')
  await page.getByRole('tabpanel').getByText('这里先道歉，再说办法').waitFor()
  await press('End')
  await page.getByRole('tabpanel').getByRole('button', { name: '00:19' }).click()
  await expect.poll(seconds).toBe(19)
})

test('a link leads to the moment, where the comment stands', async () => {
  await openSample('修了三次又坏了，要换机')
  await Promise.all([shown('已复制指向 00:19 的链接'), press('e', 'l')])
  const link = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(new URL(link).searchParams.get('at')).toMatch(/^19\d{3}$/u)
  await page.goto(link)
  await page.getByRole('alert').getByText('不归我们管').waitFor()
  await press('2')
  await page.getByRole('tabpanel').getByText('这里先道歉，再说办法').waitFor()
})

test('a trainer compares the call with another version of the words, and jumps to where they part', async () => {
  await openSample('修了三次又坏了，要换机')
  await press('End', 'v')
  const first = page.getByRole('button', { name: /第一处分开/u })
  await first.waitFor()
  await expect.poll(seconds).toBe(86)
  await first.click()
  await page.getByRole('region', { name: /^当时/u }).getByText('您好，谢谢您打来。').waitFor()
  await page.getByRole('region', { name: /^另一版/u }).getByText('您好，感谢您的来电。').waitFor()
  await press('Escape')
  await page.getByRole('tab', { name: '评论' }).waitFor()
})

test('clips of calls make a playlist that plays one after the other', async () => {
  await openSample('修了三次又坏了，要换机')
  await press('e', '[', 'ArrowRight', ']')
  await page.getByRole('textbox', { name: '这一段讲什么' }).fill('推诿和补救')
  await page.getByRole('textbox', { name: '播放单叫什么' }).fill('别推诿')
  await Promise.all([shown('已放进“别推诿”'), page.getByRole('button', { name: /^保\s?存$/u }).click()])
  await page.goto(`${theStage.address}/training/playlists`)
  await shown('1 段，共 00:05')
  await page.getByRole('link', { name: '别推诿' }).click()
  await page.getByRole('button', { name: /推诿和补救/u }).waitFor()
  await page.getByRole('alert').getByText('不归我们管').waitFor()
})

test('a transcript from outside is refused by line, then imported and replayed', async () => {
  const [faulty, sound] = [join(files, '通话.csv'), join(files, '好的.csv')]
  writeFileSync(faulty, 'speaker,text,start\n坐席,您好,0\n路人,好,1\n')
  writeFileSync(sound, 'speaker,text,start,end\n坐席,"您好，请讲",0,2\n客户,"电脑又坏了，修了三次了",2.5,6\n坐席,这个不归我管,6.5,8\n')
  await page.goto(`${theStage.address}/training/import`)
  const input = page.locator('input[type=file]')
  await input.setInputFiles(faulty)
  await page.getByRole('alert').getByText('speaker：说话人要写坐席').waitFor()
  await page.getByRole('textbox', { name: /坐席/u }).fill('1002')
  await input.setInputFiles(sound)
  await slider().waitFor()
  await shown('坐席 张伟')
  await press('End', 'w')
  await page.getByRole('alert').getByText('不归我管').waitFor()
})

test('nothing on these pages fails or breaks the content security policy', () => {
  expect(theStage.failures).toEqual([])
})
