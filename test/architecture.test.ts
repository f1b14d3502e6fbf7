import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const imports = /(?:^|\n)\s*(?:import|export)\s(?:type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gu
const typeOnly = /(?:^|\n)\s*(?:import|export)\s+type\s[^'"]*?from\s+['"]([^'"]+)['"]/gu

const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !join(entry.parentPath, entry.name).includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const types = new Set([...text.matchAll(typeOnly)].map((match) => match[1]))
  return [...text.matchAll(imports)].map((match) => {
    const target = match[1] ?? ''
    const to = target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : target
    return { from: file, to, typeOnly: types.has(target) }
  })
}

const listed = (list: readonly Import[]): readonly string[] => list.map(({ from, to }) => `${from} → ${to}`)

describe('Import directions', () => {
  it('flows import nothing but xstate and each other', () => {
    const foreign = files('flows').flatMap(importsOf).filter(({ to }) => !to.startsWith('flows/') && !/^xstate(?:\/|$)/u.test(to))
    expect(listed(foreign)).toEqual([])
  })

  it('the wording engine imports nothing of ours but types, and no input or output', () => {
    const foreign = files('server/wording')
      .flatMap(importsOf)
      .filter(({ to, typeOnly: onlyTypes }) => (/^(?:server|flows|client)\//u.test(to) ? !to.startsWith('server/wording/') && !onlyTypes : to.startsWith('node:')))
    expect(listed(foreign)).toEqual([])
  })

  it('the client knows the server by the types of its protocol alone', () => {
    const foreign = files('client/src')
      .flatMap(importsOf)
      .filter(({ to, typeOnly: onlyTypes }) => /^(?:server|flows|scripts-library|test)\//u.test(to) && !(to === 'server/protocol.ts' && onlyTypes))
    expect(listed(foreign)).toEqual([])
  })

  it('no client feature imports another feature', () => {
    const shared = new Set(['ui', 'i18n', 'connection', 'state', 'call-screen', 'flow-screen'])
    const feature = (file: string): string => file.split('/')[2] ?? ''
    const crossing = files('client/src')
      .flatMap(importsOf)
      .filter(({ from, to }) => to.startsWith('client/src/') && to.split('/').length > 3 && from.split('/').length > 3)
      .filter(({ from, to }) => feature(from) !== feature(to) && !shared.has(feature(to)) && feature(from) !== 'app')
    expect(listed(crossing)).toEqual([])
  })

  it('the server imports neither client nor tests', () => {
    const foreign = files('server').flatMap(importsOf).filter(({ to }) => /^(?:client|test)\//u.test(to))
    expect(listed(foreign)).toEqual([])
  })
})

describe('Files', () => {
  const all = ['flows', 'server', 'client/src', 'test'].flatMap(files)

  it('have kebab-case names', () => {
    expect(all.filter((file) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.spec|\.d)?\.tsx?$/u.test(file.split('/').at(-1) ?? ''))).toEqual([])
  })

  it('hold at most 250 lines, catalogues of data aside', () => {
    const code = all.filter((file) => !/^flows\/(?:facts|reactions)\//u.test(file))
    expect(code.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 251)).toEqual([])
  })

  it('refuse a change of the words in both languages', () => {
    const refusals = files('server/authoring').flatMap((file) => readFileSync(join(root, file), 'utf8').split('\n').filter((line) => line.includes('new SunlineError(')).map((line) => `${file}: ${line.trim()}`))
    expect(refusals.length).toBeGreaterThan(25)
    expect(refusals.filter((line) => !/\p{Script=Han}|\.zh\)/u.test(line))).toEqual([])
  })

  it('carry no escape from the type checker', () => {
    // Spelled so that this file does not match itself.
    const escape = /@ts-(?:ignore|nocheck)|: [a]ny\b(?!\()|\bas [a]ny\b/u
    expect(all.filter((file) => escape.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  })
})
