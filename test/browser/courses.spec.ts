import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'

let theStage: Stage
beforeAll(async () => {
  theStage = await stage()
})
afterAll(() => theStage.close())

test('a trainer makes a course and gives it to a team; its agent finds it, begins it, and the trainer sees what is lacking', async () => {
  const trainer = await theStage.page('demo-trainer')
  await trainer.goto(`${theStage.address}/training/courses`)
  await trainer.getByRole('button', { name: '新建课程' }).click()
  await trainer.getByRole('textbox', { name: '课程名称' }).fill('换机第一课')
  const adding = trainer.getByRole('combobox', { name: '添加场景：输入标题或拼音' })
  await adding.fill('修过好几回')
  await trainer.locator('.ant-select-item-option', { hasText: '修过好几回' }).first().waitFor()
  await trainer.keyboard.press('Enter')
  await trainer.getByRole('spinbutton', { name: '及格分' }).waitFor()
  await trainer.getByRole('button', { name: '保存课程' }).click()
  await trainer.getByRole('heading', { name: '换机第一课' }).waitFor()
  await trainer.getByRole('button', { name: '派给…' }).click()
  await trainer.getByRole('combobox', { name: '坐席或班组' }).fill('售后二组')
  await trainer.locator('.ant-select-item-option', { hasText: '售后二组' }).first().waitFor()
  await trainer.keyboard.press('Enter')
  await trainer.getByRole('button', { name: '派 出' }).click()
  await trainer.getByText('0 / 1 人完成').waitFor()

  const agent = await theStage.page('demo-agent-2')
  await agent.goto(`${theStage.address}/training/drills`)
  await agent.getByRole('heading', { name: '换机第一课' }).waitFor()
  await agent.getByText('完成 0 / 1').waitFor()
  await agent.getByRole('button', { name: '1 级 · 85 分及格' }).click()
  await agent.getByText('电话响了，请接听：先问好。').waitFor()
  await agent.getByText('练习：要看才显示，扣分').waitFor()

  await trainer.goto(`${theStage.address}/training/progress`)
  await trainer.getByText('2 人中 0 人可以上线').waitFor()
  await trainer.getByRole('link', { name: '张伟' }).click()
  await trainer.getByText('修过好几回又坏了').waitFor()
  await expect.poll(() => trainer.getByText('没练过').count()).toBe(1)
  expect(theStage.failures).toEqual([])
})
