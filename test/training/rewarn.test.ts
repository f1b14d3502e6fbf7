import { expect, it } from 'vitest'
import { textDifference } from '../../server/authoring/text-difference.ts'
import { libraryEngine, libraryRules } from '../../server/live/library-engine.ts'
import { rerun } from '../../server/training/compare-runs.ts'
import { rewarnBoth } from '../../server/training/rewarn.ts'
import { engine, journalOf, library, samples } from './sample-journals.ts'

const fresh = { category: '新规则', en: 'New rule', covers: '', rules: [{ id: 'new01', name: '单号', severity: 'warn' as const, why: '试验', say_instead: '编号', phrases: ['单号', '师傅出发前'] }] }
const ruleFiles = [...library.ruleFiles.map((file) => ({ ...file, rules: file.rules.filter(({ id }) => id !== 'tw01') })), fresh]
const drafted = { ...library, version: 'drafted', ruleFiles }
const draft = { library: drafted, engine: libraryEngine(drafted), rules: libraryRules(drafted) }
const differs = textDifference({ library, engine, rules: libraryRules(library) }, draft, new Set(['new01', 'tw01']), Date.now())

it.each(samples.map(({ id }) => id))('where only rules differ, the warnings of %s are those of a whole run', (id) => {
  const entries = journalOf(id)
  const [before, after] = rewarnBoth(entries, engine, draft.engine, differs)
  expect(before.warnings).toEqual(rerun(entries, engine).warnings)
  expect(after.warnings).toEqual(rerun(entries, draft.engine).warnings)
})

it('a sentence that neither the rules that changed nor the examples touch is not looked at twice', () => {
  expect(differs('您好，请问有什么可以帮您')).toBe(false)
  expect(differs('单号我发给您')).toBe(true)
})
