import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, stage } from '../support/browser.ts'
import { clientId, clientSecret, type LocalProvider, localProvider } from '../support/openid-provider.ts'

let theStage: Stage
let provider: LocalProvider
beforeAll(async () => {
  provider = await localProvider({
    limin: { preferred_username: 'LiMin', name: '李敏', employee_number: '1001', groups: ['hotline', 'everyone'] },
    guest: { preferred_username: 'guest', name: '访客', groups: ['everyone'] },
  })
  theStage = await stage({
    SUNLINE_ACCOUNTS: 'on', OPENID_ISSUER: provider.issuer, OPENID_CLIENT_ID: clientId, OPENID_CLIENT_SECRET: clientSecret, OPENID_NAME: '公司账号', OPENID_ROLES: '{"hotline":"agent","quality":"qa-lead"}',
  })
  provider.serve(theStage.address)
})
afterAll(async () => {
  await theStage.close()
  await provider.close()
})

const throughProvider = async (login: string): Promise<Page> => {
  const page = await theStage.page(null)
  await page.goto(theStage.address)
  await page.getByRole('link', { name: '用 公司账号 登录' }).click()
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('whatever the provider wants')
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: 'Continue' }).click()
  return page
}

test('somebody whose group has a role comes in with name, number and role', async () => {
  const page = await throughProvider('limin')
  await page.getByRole('heading', { name: '正在进行的通话' }).waitFor()
  const session = await page.evaluate(async () => (await fetch('/api/session')).json() as Promise<unknown>)
  expect(session).toMatchObject({ person: { login: 'limin', name: '李敏', number: '1001', roles: ['agent'] } })
  expect(theStage.failures).toEqual([])
})

test('somebody without such a group is told so and stays outside', async () => {
  const page = await throughProvider('guest')
  await page.getByText('单点登录没有成功').waitFor()
  expect(new URL(page.url()).searchParams.get('openid')).toBe('failed')
})

test('an answer that this browser did not ask for, or with another state, is refused', async () => {
  const page = await theStage.page(null)
  await page.goto(`${theStage.address}/api/session/openid/callback?code=stolen&state=guessed`)
  await page.getByText('单点登录没有成功').waitFor()
  await page.getByRole('link', { name: '用 公司账号 登录' }).click()
  await page.locator('input[name=login]').waitFor()
  await page.goto(`${theStage.address}/api/session/openid/callback?code=stolen&state=guessed`)
  await page.getByText('单点登录没有成功').waitFor()
  expect(await page.context().cookies(theStage.address)).toEqual([])
})
