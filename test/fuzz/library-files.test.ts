import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sunline-fuzz-'))
  cpSync(join(libraryRoot, 'schema'), join(root, 'schema'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const scalar = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom('{callerName}', '{no such}', '(a|', '..9', 'caller accepts'))
const key = fc.constantFrom('id', 'title', 'zh', 'en', 'phrases', 'say', 'variants', 'must_say', 'rules', 'severity', 'patterns', 'reactions', 'category', 'any', 'openings', 'label', 'steps')
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(tie('tree'), { maxLength: 3 }), fc.dictionary(key, tie('tree'), { maxKeys: 4 })),
}))
const bytes = fc.uint8Array({ maxLength: 60 })
const broken = fc.constantFrom('a: [', '- b\nc', '\tkey: 1', 'id: &a *b', '"', '? ', 'a: 1\na: 2', '%YAML 9', '!!binary x', 'x: !!js/function "y"')
const file = fc.constantFrom('common.yaml', 'interruptions.yaml', 'reactions.yaml', 'dispositions.yaml', 'concepts.yaml', 'cues/anger.yaml', 'wording/word-sets.yaml', 'wording/insults.yaml', 'wording-examples/insults.yaml', 'scenarios/emotion/angry-caller.yaml', 'stray.yaml')
const content = fc.oneof(tree.map((value) => Buffer.from(JSON.stringify(value))), bytes.map((each) => Buffer.from(each)), broken.map((each) => Buffer.from(each)))

it('whatever stands in a file of the library, loading names faults with file and line and never fails otherwise', () => {
  fc.assert(
    fc.property(file, content, (name, text) => {
      const path = join(root, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      try {
        const { faults } = readLibrary(root)
        expect(faults.length).toBeGreaterThan(0)
        for (const { file: at, line, message, zh } of faults) expect([typeof at, line >= 1, message.length > 0, zh.length > 0]).toEqual(['string', true, true, true])
      } finally {
        rmSync(path)
      }
    }),
    { numRuns: 150, seed: 9 },
  )
})
