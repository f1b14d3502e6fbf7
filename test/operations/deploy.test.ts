import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../server/config.ts'
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

test('the compose file starts nodes that differ in nothing but their address, over one PostgreSQL and one Redis', () => {
  const { services } = parse(file('docker-compose.yml'), { merge: true }) as { readonly services: Readonly<Record<string, { readonly environment: Readonly<Record<string, string>> }>> }
  const nodes = ['sunline-one', 'sunline-two'].map((name) => services[name]?.environment ?? {})
  expect(nodes.map((environment) => environment['NODE_ADDRESS'])).toEqual(['http://sunline-one:3000', 'http://sunline-two:3000'])
  const [one, two] = nodes.map((environment) => ({ ...environment, NODE_ADDRESS: '' }))
  expect(one).toEqual(two)
  const given = { ...nodes[0], DATABASE_URL: 'postgres://sunline:secret@postgres:5432/sunline', PUBLIC_URL: 'https://localhost:8443', SUNLINE_PRIVACY_KEY: '' }
  expect(readConfig(given)).toMatchObject({ databaseUrl: 'postgres://sunline:secret@postgres:5432/sunline', cluster: { redisUrl: 'redis://redis:6379', nodeAddress: 'http://sunline-one:3000', drainSeconds: 3 } })
})

test.each(['haproxy.cfg', 'nginx-cluster.conf'])('%s sends what names a call to one node', (name) => {
  expect(file(name)).toMatch(/consistent/u)
  for (const place of ['call', 'callId', 'x.call.id']) expect(file(name)).toMatch(new RegExp(place, 'u'))
})
