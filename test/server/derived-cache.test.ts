import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { LibraryError } from '../../server/library/fault.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { prepareLibrary } from '../../server/library/prepare-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'

let folder: string
let root: string
let kept: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-derived-'))
  root = join(folder, 'scripts-library')
  kept = join(folder, 'derived')
  cpSync(libraryRoot, root, { recursive: true })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('What is kept between starts', () => {
  it('is made once for one input, and anew when its file is damaged', () => {
    const place = join(folder, 'small')
    let made = 0
    const make = () => new Map([['made', (made += 1)]])
    expect(diskCache(place).keep('thing', 'a', make)).toEqual(new Map([['made', 1]]))
    expect(diskCache(place).keep('thing', 'a', make)).toEqual(new Map([['made', 1]]))
    expect(diskCache(place).keep('thing', 'b', make)).toEqual(new Map([['made', 2]]))
    for (const name of readdirSync(place)) writeFileSync(join(place, name), 'damaged')
    expect(diskCache(place).keep('thing', 'a', make)).toEqual(new Map([['made', 3]]))
  })

  it('is bounded; what is in use outlasts what is tried once', () => {
    const place = join(folder, 'many')
    const made: string[] = []
    const keep = (input: string) => diskCache(place).keep('thing', input, () => made.push(input))
    keep('in use')
    for (let draft = 0; draft < 20; draft += 1) {
      keep(`draft ${String(draft)}`)
      keep('in use')
    }
    expect(readdirSync(place)).toHaveLength(8)
    expect(made.filter((input) => input === 'in use')).toHaveLength(1)
  })

  it('is as good as none where nothing can be written', () => {
    writeFileSync(join(folder, 'a-file'), '')
    expect(diskCache(join(folder, 'a-file')).keep('thing', 'a', () => 5)).toBe(5)
  })

  it('makes the same engine as loading anew, prepared on another thread', async () => {
    await prepareLibrary(root, kept)
    expect(readdirSync(kept).map((name) => name.split('-')[0]).toSorted()).toEqual(['examples', 'finder', 'library', 'reactions', 'rules'])
    const cache = diskCache(kept)
    const library = loadLibrary(root, cache)
    const anew = loadLibrary(root)
    expect(library.version).toBe(anew.version)
    expect([...library.phrases.keys()]).toEqual([...anew.phrases.keys()])
    const said = ['修了三次了还是坏，给我换一台']
    const [fromKept, fresh] = [libraryEngine(library, cache), libraryEngine(anew)]
    expect(fromKept.suggest(said, null)).toEqual(fresh.suggest(said, null))
    const context = { speaker: 'agent', scenario: null, step: null, phase: null, team: null, facts: {}, history: [], interim: false, now: 0, callerSpeaking: false } as const
    const findings = fromKept.checkTurn('这个不归我们管，您爱找谁找谁', context)
    expect(findings.map(({ severity }) => severity)).toContain('block')
    expect(findings).toEqual(fresh.checkTurn('这个不归我们管，您爱找谁找谁', context))
  })

  it('never lets a faulty library pass', () => {
    const file = join(root, 'conventions.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('rules: [cn04]', 'rules: [cn04, no-such-rule]'))
    expect(() => loadLibrary(root, diskCache(kept))).toThrow(LibraryError)
    expect(() => loadLibrary(root, diskCache(kept))).toThrow(/conventions\.yaml:\d+: never-promise-arrival: there is no wording rule "no-such-rule"/u)
    writeFileSync(file, text)
    expect(loadLibrary(root, diskCache(kept)).version).toBe(loadLibrary(root).version)
  })

  it('names the fault in how a fact is heard', () => {
    const file = join(root, 'facts.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace('  boughtOn: { takes: date }', '  boughtOn: { takes: date }\n  noSuchFact: { takes: date }'))
    expect(() => loadLibrary(root, diskCache(kept))).toThrow(/facts\.yaml:\d+: noSuchFact: there is no such fact/u)
    writeFileSync(file, text)
  })
})
