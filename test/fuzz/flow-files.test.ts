import { mkdirSync, mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { programFlows } from '../../flows/flow-book.ts'
import { readStructure } from '../../server/library/flow-files.ts'
import { isFault } from '../../server/library/yaml-file.ts'
import { jsonFile } from '../../server/library/json-file.ts'
import { readLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { loadSchemas } from '../../server/library/schemas.ts'

const file = 'flows/refund-exchange/price-drop-refund.json'
const { definition } = programFlows.flow('price-drop-refund')
const schemas = loadSchemas(join(libraryRoot, 'schema'))
const names = [...Object.keys(definition.steps), 'nowhere', 'constructor', '__proto__', '没有']
const name = fc.constantFrom(...names)
const fact = fc.constantFrom('warranty', 'daysOwned', 'faultKind', 'no fact', 'toString')
const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.record({ fact, is: fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean()) }),
    fc.record({ fact, unknown: fc.constant(true) }),
    fc.record({ fact, atMost: fc.constantFrom('refundDays', 'no figure', 'valueOf') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))
const phrase = fc.constantFrom('price-drop-refund/empathise', 'common/ask-days-owned')
const on = fc.dictionary(fc.constantFrom('agent said it', 'caller accepts', 'fact recorded', 'no reaction', 'own:waits', 'hasOwnProperty'), name, { maxKeys: 4 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('say'), phrase, on }),
  fc.record({ kind: fc.constant('ask'), phrase, fact, next: name, on }),
  fc.record({ kind: fc.constant('decide'), paths: fc.array(fc.record({ when: condition, go: name }, { requiredKeys: ['go'] }), { minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('switch'), flow: fc.constantFrom('price-drop-refund', 'angry-caller', 'nowhere') }),
  fc.record({ kind: fc.constant('end'), outcome: fc.constantFrom('closed', 'resume', 'no outcome') }),
)
const flow = fc.record(
  { id: fc.constant('price-drop-refund'), initial: name, steps: fc.dictionary(name, step, { minKeys: 1, maxKeys: 8 }), renamed: fc.dictionary(name, name, { maxKeys: 2 }), findOut: fc.uniqueArray(fact, { maxLength: 2 }) },
  { requiredKeys: ['id', 'initial', 'steps'] },
)

it('whatever structure is drawn, it is either sound or its faults are named in both languages, with a line', () => {
  let sound = 0
  fc.assert(
    fc.property(fc.oneof(flow, fc.dictionary(name, step, { maxKeys: 3 }).map((steps) => ({ ...definition, steps: { ...definition.steps, ...steps } }))), (drawn) => {
      const read = jsonFile(JSON.stringify(drawn, null, 2), file)
      if (isFault(read)) throw new Error(read.message)
      if (schemas.faults(read, 'flow.schema.json').length > 0) return
      const { own, book, faults } = readStructure([read], [])
      for (const { line, message, zh = '' } of faults) expect([line >= 1, message.length > 0, zh.length > 0]).toEqual([true, true, true])
      if (faults.length === 0) sound += own.length
      expect(book.flow('price-drop-refund').definition.id).toBe('price-drop-refund')
    }),
    { numRuns: 400, seed: 11 },
  )
  expect(sound).toBeGreaterThan(0)
})

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sunline-flow-fuzz-'))
  cpSync(join(libraryRoot, 'schema'), join(root, 'schema'), { recursive: true })
  mkdirSync(join(root, 'flows/refund-exchange'), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('whatever text stands in the file of a flow, loading names the fault and never fails otherwise', () => {
  const text = fc.oneof(
    fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((each) => Buffer.from(each)),
    fc.nat({ max: 200 }).map((cut) => Buffer.from(JSON.stringify(definition, null, 2).slice(0, -1 - cut))),
    fc.constantFrom('{"not":'.repeat(40_000), '[', '{"id":1,"id":2}', '"', ' ', '{"steps":{"__proto__":{"kind":"end","outcome":"closed"}}}').map((each) => Buffer.from(each)),
  )
  fc.assert(
    fc.property(text, (content) => {
      writeFileSync(join(root, file), content)
      const faults = readLibrary(root).faults.filter((each) => each.file === file)
      expect(faults.length).toBeGreaterThan(0)
      for (const { line, message } of faults) expect([line >= 1, message.length > 0]).toEqual([true, true])
    }),
    { numRuns: 100, seed: 12 },
  )
})
