import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { killNine } from '../support/kill-nine.ts'

test('killed at random moments, the server has every acknowledged event and every call on the same screen', async () => {
  const entry = fileURLToPath(new URL('../support/small-server.ts', import.meta.url))
  const report = await killNine({ entry, kills: 6, calls: 8, seed: 20_261_122 })
  expect(report).toMatchObject({ kills: 6, lost: [], differing: [] })
  expect(report.acknowledged).toBeGreaterThan(50)
  expect(report.compared).toBeGreaterThan(0)
})
