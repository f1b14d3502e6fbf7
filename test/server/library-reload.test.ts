import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SunlineError } from '../../server/errors.ts'
import { watchLibrary } from '../../server/library/library-watch.ts'
import type { Library } from '../../server/library/library.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { engineShelf } from '../../server/live/engine-shelf.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'

const turn = { speaker: 'agent', scenario: null, step: null, phase: null, team: null, facts: {}, history: [], interim: false, now: 0 } as const

const cache = diskCache(derivedFolder)
let root: string
let stop = (): void => undefined
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'sunline-library-')), 'scripts-library')
  cpSync(libraryRoot, root, { recursive: true })
})
afterEach(() => {
  stop()
  rmSync(join(root, '..'), { recursive: true, force: true })
})

/** Watches the copy; resolves with what the next save leads to. */
function nextSave(version: string): Promise<Library | SunlineError> {
  return new Promise((resolve) => {
    stop = watchLibrary(root, version, { changed: resolve, refused: resolve, load: async () => loadLibrary(root, cache) })
  })
}
const edit = (file: string, change: (text: string) => string): void => writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')))

describe('A library file saved while the server runs', () => {
  it('warns of a new rule at the next utterance of a running call, which keeps its own sentences; a publication leaves it alone', async () => {
    const first = loadLibrary(root, cache)
    const shelf = engineShelf(libraryEngine(first, cache))
    const running = shelf.forCall()
    expect(running.checkTurn('麻烦您看一下蓝皮本子', turn)).toEqual([])
    const saved = nextSave(first.version)
    edit('wording/passing-the-buck.yaml', (text) => text.replace('rules:\n', `rules:\n  - id: zz99\n    name: 蓝皮本子\n    severity: block\n    why: 试一试\n    say_instead: 好的\n    phrases: [蓝皮本子]\n`))
    edit('scenarios/emotion/angry-caller.yaml', (text) => text.replace(/^( {2}accept-and-apologise:\n {4}say: ).*$/mu, '$1对不起，我来给您办。'))
    const next = (await saved) as Library
    const mended = libraryEngine(next, cache)
    shelf.put(mended, 'next utterance')
    expect(running.checkTurn('麻烦您看一下蓝皮本子', turn).map(({ rule }) => rule)).toEqual(['zz99'])
    expect(shelf.forCall().checkTurn('麻烦您看一下蓝皮本子', turn).map(({ rule }) => rule)).toEqual(['zz99'])
    expect(running.version).toBe(first.version)
    expect(running.phrase('angry-caller/accept-and-apologise')?.sentences[0]).toEqual(first.phrases.get('angry-caller/accept-and-apologise')?.sentences[0])
    expect(shelf.forCall().phrase('angry-caller/accept-and-apologise')?.sentences[0]?.pieces).toEqual([{ text: '对不起，我来给您办。' }])
    expect(shelf.newest.version).toBe(next.version)
    shelf.put(libraryEngine(first, cache), 'next call')
    expect(running.checkTurn('麻烦您看一下蓝皮本子', turn).map(({ rule }) => rule)).toEqual(['zz99'])
    expect(shelf.forCall().checkTurn('麻烦您看一下蓝皮本子', turn)).toEqual([])
  })

  it('is refused with file and line when it is faulty', async () => {
    const { version } = loadLibrary(root, cache)
    const saved = nextSave(version)
    edit('dispositions.yaml', (text) => text.replace('dispositions:\n', 'dispositions:\n  - id: odd\n    colour: red\n'))
    const refused = (await saved) as SunlineError
    expect(refused.message).toContain('dispositions.yaml:4: dispositions › 0: unknown key "colour"; remove it or correct its spelling')
  })
})
