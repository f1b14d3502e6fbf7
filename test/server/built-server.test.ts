import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { build } from 'vite'
import { childServer } from '../support/child-server.ts'

const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url))

test('the built server starts, finds the files beside its sources, and stops cleanly', async () => {
  await build({ configFile: path('vite.server.config.ts'), logLevel: 'error' })
  const built = readdirSync(path('server/dist')).filter((name) => name.endsWith('.js'))
  // A thread that starts through the loader of TypeScript is a thread that was not built.
  expect(built.filter((name) => /start-[a-z-]+\.mjs/u.test(readFileSync(path(`server/dist/${name}`), 'utf8')))).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'sunline-built-'))
  const server = await childServer(path('server/dist/main.js'), join(folder, 'test.db'))
  try {
    await server.start()
    const health = await fetch(`${server.address}/health`)
    expect(health.status).toBe(200)
    expect(await server.stop()).toBe(0)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
