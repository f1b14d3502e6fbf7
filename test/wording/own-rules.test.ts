import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkTurn } from '../../server/wording/check-turn.ts'
import { compileRules } from '../../server/wording/compile-rules.ts'
import { alone, ruleFiles, wordSets } from './library.ts'

interface Brief {
  readonly id: string
  readonly phrase: string
  readonly variants: readonly string[]
  readonly allow: readonly string[]
  readonly severity: string
}
const library = new URL('../../scripts-library/', import.meta.url)
const brief = (parse(readFileSync(new URL('briefs/wording-rules.yaml', library), 'utf8')) as { forbidden: readonly Brief[] }).forbidden
const rules = compileRules(ruleFiles, wordSets)
const written = new Map(rules.rules.map(({ definition }) => [definition.id, definition]))
const briefs = brief.filter(({ id }) => written.has(id))

test('the files fit their schemas', () => {
  const ajv = new Ajv({ strict: false, allowUnionTypes: true })
  const schema = (name: string): object => JSON.parse(readFileSync(new URL(`schema/${name}`, library), 'utf8')) as object
  const validate = ajv.compile(schema('wording.schema.json'))
  for (const file of ruleFiles) expect([file.category, validate(file), validate.errors]).toEqual([file.category, true, null])
  expect(ajv.validate(schema('word-sets.schema.json'), wordSets)).toBe(true)
})

describe.each(briefs)('$id $phrase', ({ id, phrase, variants, allow, severity }) => {
  test.each([phrase, ...variants])('hears %s', (text) => {
    expect(checkTurn(rules, text, { ...alone, callerSpeaking: true, facts: { someoneHurt: true } }).map(({ rule }) => rule)).toContain(id)
  })
  test('leaves its look-alikes alone', () => {
    for (const text of allow) expect([text, checkTurn(rules, text, alone).filter((finding) => finding.rule === id && finding.basis !== 'example')]).toEqual([text, []])
  })
  test('leaves its own repair alone and keeps the severity', () => {
    const repair = written.get(id)?.say_instead ?? ''
    expect(checkTurn(rules, repair, alone).filter((finding) => finding.rule === id && finding.severity !== 'hint')).toEqual([])
    expect(written.get(id)?.severity).toBe(severity)
  })
})

test('leaves the sentences alone that agents say all day', () => {
  for (const text of wordSets.harmless) expect([text, checkTurn(rules, text, alone).filter(({ severity }) => severity !== 'hint')]).toEqual([text, []])
})
