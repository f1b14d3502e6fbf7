import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

type Document = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, { summary?: string; security?: unknown; requestBody?: unknown; parameters?: readonly { name: string; in: string }[]; responses: object }>>>> }>
let server: TestServer
let document: Document
beforeAll(async () => {
  server = await testServer({ library: loadLibrary(libraryRoot) })
  document = (await server.app.http.inject({ url: '/api/openapi.json' })).json()
})
afterAll(async () => {
  await server.stop()
})

/** Every route of the running server, as `METHOD /path`, from its own listing. */
function routes(): readonly string[] {
  const lines = server.app.http.printRoutes({ commonPrefix: false, includeHooks: false }).split('\n').filter((line) => line.trim() !== '')
  const stack: string[] = []
  return lines.flatMap((line) => {
    const match = /^((?:│ {3}| {4})*)[├└]── (\S.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line)
    if (!match) return []
    const depth = (match[1]?.length ?? 0) / 4
    stack.length = depth
    stack.push(match[2] ?? '')
    const path = stack.join('')
    return (match[3] ?? '').split(', ').flatMap((method) => (method === '' || method === 'HEAD' || !path.startsWith('/api/') ? [] : [`${method} ${path}`]))
  })
}

test('the document is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(document)
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
})

test('every route under /api is in it, and nothing else', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{([^}]+)\}/gu, ':$1')}`))
  const there = routes()
  expect(there).toContain('POST /api/ingest/:provider')
  expect(there.length).toBeGreaterThan(20)
  expect([...described].sort()).toEqual([...there].sort())
})

test('every route says what it is for, who may use it, and how it fails', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })))
  expect(operations.filter(({ summary }) => !summary?.endsWith('.')).map(({ name }) => name)).toEqual([])
  expect(operations.filter(({ security }) => !Array.isArray(security)).map(({ name }) => name)).toEqual([])
  expect(operations.filter(({ responses }) => !('4XX' in responses)).map(({ name }) => name)).toEqual([])
  const parameters = document.paths['/api/ingest/{provider}']?.['post']?.parameters?.map(({ name, in: where }) => `${where} ${name}`)
  expect(parameters).toEqual(['query callId', 'query conversation', 'query speaker', 'query agent', 'query caller', 'query offsetMs', 'path provider'])
})
