import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, testServer } from '../support/test-server.ts'

const file = (name: string): string => readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8')
const metricsIn = (text: string): readonly string[] => [...new Set([...text.matchAll(/sunline_[a-z_]+/gu)].map(([name]) => name.replace(/_bucket$/u, '')))]

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.stop())

it.each(['alerts.yml', 'grafana-dashboard.json'])('%s asks for metrics that the server has', async (name) => {
  const answer = await server.app.http.inject({ method: 'GET', url: '/metrics' })
  expect(metricsIn(file(name)).filter((metric) => !answer.body.includes(`# TYPE ${metric} `))).toEqual([])
  expect(metricsIn(file(name)).length).toBeGreaterThan(5)
})

it('the alert rules and the dashboard can be read', () => {
  const { groups } = load(file('alerts.yml')) as { readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[] }
  expect(groups[0]?.rules.map(({ alert }) => alert)).toContain('SunlineDown')
  expect((JSON.parse(file('grafana-dashboard.json')) as { readonly panels: readonly unknown[] }).panels).toHaveLength(9)
})
