import { describe, expect, it } from 'vitest'
import type { Library } from '../../server/library/library.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { compareRuns, outcomeOf, rerun } from '../../server/training/compare-runs.ts'
import { engine, journalOf, library, samples } from './sample-journals.ts'

const entries = journalOf('repeat-repair-full-check')
const was = outcomeOf(entries)

/** The library with one change. */
const changed = (change: Partial<Library>) => libraryEngine({ ...library, version: 'changed', ...change })

describe('A call run against the words it had', () => {
  it.each(samples.map(({ id }) => id))('advises and warns the same throughout %s', (id) => {
    const own = journalOf(id)
    expect(compareRuns(outcomeOf(own), rerun(own, engine))).toEqual({ partings: [], warnings: [] })
  })
})

describe('A call run against other words', () => {
  it('parts where a sentence was changed, for as long as its step lasts', () => {
    const [first, second] = was.guidance
    const entry = library.phrases.get(first?.phrase ?? '')
    if (!entry || !second) throw new Error('the sample begins without a sentence')
    const other = { ...entry, sentences: [{ style: 'main' as const, pieces: [{ text: '您好，这是新的开场白。' }], en: 'Hello, this is the new opening.' }] as const }
    const { partings, warnings } = compareRuns(was, rerun(entries, changed({ phrases: new Map([...library.phrases, [first?.phrase ?? '', other]]) })))
    expect(partings[0]).toMatchObject({ at: first?.at, until: second.at, kind: 'words', before: { text: '您好，谢谢您打来。' }, after: { text: '您好，这是新的开场白。' } })
    expect(partings).toHaveLength(1)
    expect(warnings).toEqual([])
  })

  it('parts at the step from which a reaction is not heard any more', () => {
    const none = changed({ reactions: new Map(), phrases: new Map([...library.phrases].map(([ref, entry]) => [ref, { ...entry, points: [] }])) })
    const { partings } = compareRuns(was, rerun(entries, none))
    expect(partings[0]).toMatchObject({ kind: 'step', before: { stack: [{ flow: 'hotline-opening', step: 'invite' }] }, after: { stack: [{ flow: 'hotline-opening', step: 'answer-fast' }] } })
    expect(partings.at(-1)?.until).toBeNull()
  })

  it('lists the warning that a rule taken out loses, and that of the rule which catches the words instead', () => {
    const without = library.ruleFiles.map((file) => ({ ...file, rules: file.rules.filter(({ id }) => id !== 'tw01') }))
    const { warnings } = compareRuns(was, rerun(entries, changed({ ruleFiles: without })))
    expect(warnings).toMatchObject([
      { change: 'lost', before: { rule: 'tw01', match: '不归我们管', state: 'repaired' }, after: null },
      { change: 'gained', before: null, after: { rule: 'tw05', match: expect.stringContaining('这事不归我') as string, severity: 'warn', state: 'repaired' } },
    ])
  })

  it('lists the warnings that a new rule gains, and those that weigh otherwise', () => {
    const graver = library.ruleFiles.map((file) => ({ ...file, rules: file.rules.map((rule) => (rule.id === 'tw01' ? { ...rule, severity: 'hint' as const } : rule)) }))
    const fresh = { category: '新规则', en: 'New rule', covers: '', rules: [{ id: 'new01', name: '单号', severity: 'warn' as const, why: '试验', say_instead: '编号', phrases: ['单号'] }] }
    const { warnings } = compareRuns(was, rerun(entries, changed({ ruleFiles: [...graver, fresh] })))
    expect(warnings).toContainEqual(expect.objectContaining({ change: 'changed', before: expect.objectContaining({ severity: 'block' }), after: expect.objectContaining({ rule: 'tw01', severity: 'hint' }) }))
    expect(warnings).toContainEqual(expect.objectContaining({ change: 'gained', before: null, after: expect.objectContaining({ rule: 'new01', match: '单号' }) }))
  })
})
