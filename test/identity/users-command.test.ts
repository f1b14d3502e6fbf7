import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { usersCommand } from '../../server/cli/users.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

let own: TestDatabase
beforeAll(async () => {
  own = await testDatabase(tmpdir())
  vi.stubEnv('DATABASE_URL', own.address)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await own.drop()
})

const users = async (...args: readonly string[]) => {
  const printed: string[] = []
  const code = await usersCommand.run(args, { print: (line) => void printed.push(line), fail: (line) => void printed.push(line) })
  return { code, printed }
}

test('people are added, listed, given roles, locked and given a new link', async () => {
  const { printed } = await users('add', 'Root', '--name', '赵磊', '--role', 'administrator')
  expect(printed[0]).toMatch(/^root chooses a password within 24 hours: http:\/\/127\.0\.0\.1:3000\/welcome#[\w-]{43}$/u)
  await users('add', 'limin', '--name', '李敏', '--number', '1001', '--role', 'agent')
  expect((await users('role', 'limin', 'agent', 'trainer')).printed).toEqual(['limin\tagent,trainer\tactive'])
  expect((await users('disable', 'limin')).printed).toEqual(['limin\tagent,trainer\tdisabled'])
  expect((await users('list')).printed).toEqual(['limin\t李敏\t1001\tagent,trainer\t\tdisabled', 'root\t赵磊\t\tadministrator\t\tactive'])
  expect((await users('reset', 'root')).printed[0]).toMatch(/^root chooses a new password within 24 hours: /u)
})

test('what is wrong is said in a sentence', async () => {
  await expect(users('add', 'x1', '--name', '一', '--role', 'boss')).rejects.toThrow('"boss" is no role; roles are agent, supervisor, trainer, qa-lead, administrator')
  await expect(users('disable', 'root')).rejects.toThrow('this is the last administrator; make somebody else one first')
  await expect(users('reset', 'nobody')).rejects.toThrow('nobody has the login "nobody"')
  expect((await users('add', 'lonely', '--name', '无', '--team', '三组').catch((error: unknown) => ({ code: 1, printed: [String(error)] }))).printed[0]).toContain('there is no team "三组"')
  expect((await users()).code).toBe(2)
})
