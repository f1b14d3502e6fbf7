import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libraryRoot } from '../../server/library/root.ts'
import { type TestServer, testServer } from './test-server.ts'

/** A server whose words are a copy of the library; the copy goes away when the server, or one that was started in its place, is stopped. */
export async function authoringServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-words-'))
  const words = join(folder, 'scripts-library')
  cpSync(libraryRoot, words, { recursive: true })
  const removing = (server: TestServer): TestServer => ({
    ...server,
    restart: async (environment) => removing(await server.restart(environment)),
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  })
  return removing(await testServer({ words }))
}

/** A request below `/api/authoring` of who has this cookie, and the answer, refused or not. */
export async function askAuthoring<T>(server: TestServer, method: 'GET' | 'POST' | 'PUT', url: string, payload: object | undefined, cookie: string): Promise<{ readonly status: number; readonly body: T }> {
  const answer = await server.app.http.inject({ method, url: `/api/authoring${url}`, ...(payload && { payload }), headers: { cookie } })
  return { status: answer.statusCode, body: answer.json<T>() }
}
