import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Centre, centre, staffedCentre } from '../support/centre.ts'

const folder = mkdtempSync(join(tmpdir(), 'sunline-tls-'))
const files = { TLS_CERT_FILE: join(folder, 'cert.pem'), TLS_KEY_FILE: join(folder, 'key.pem') }
let secure: Centre
beforeAll(async () => {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', files.TLS_KEY_FILE, '-out', files.TLS_CERT_FILE], { stdio: 'ignore' })
  secure = await staffedCentre({ environment: files })
})
afterAll(async () => {
  await secure.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('with certificate files the server speaks TLS, and tells browsers to stay with it', async () => {
  expect(secure.address).toMatch(/^https:/u)
  const headers = await new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    get(`${secure.address}/health`, { ca: readFileSync(files.TLS_CERT_FILE) }, (answer) => {
      answer.resume()
      resolve(answer.headers)
    }).on('error', reject)
  })
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
})

test('the cookie then belongs to this host alone and travels encrypted', async () => {
  const answer = await secure.ask('POST', '/api/session/password', { login: 'root', password: secure.password })
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-sunline=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u)
})

test('a certificate that cannot be read is named', async () => {
  await expect(centre({ environment: { ...files, TLS_CERT_FILE: join(folder, 'none.pem') } })).rejects.toThrow(/TLS_CERT_FILE .+none\.pem and TLS_KEY_FILE .+ cannot be used/u)
})

test('the address of a request is taken from as many proxies as are trusted, and no more', async () => {
  const addressOf = async (hops: string): Promise<string> => {
    const behind = await centre({ environment: { TRUST_PROXY_HOPS: hops } })
    await behind.app.http.inject({ method: 'POST', url: '/api/session/password', payload: { login: 'x', password: 'y' }, headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } })
    const cookie = behind.cookieOf(await behind.ask('POST', '/api/session/link', { token: behind.administratorToken, login: 'root', name: '管理员', password: behind.password }))
    const record = (await behind.ask('GET', '/api/audit', undefined, cookie)).json<{ action: string; address: string }[]>()
    await behind.stop()
    return record.find(({ action }) => action === 'sign-in refused')?.address ?? ''
  }
  expect([await addressOf('0'), await addressOf('1'), await addressOf('2')]).toEqual(['127.0.0.1', '198.51.100.7', '203.0.113.9'])
})
