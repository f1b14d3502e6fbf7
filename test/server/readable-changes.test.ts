import { expect, test } from 'vitest'
import { libraryChanges } from '../../server/authoring/library-changes.ts'
import { readableChanges } from '../../server/authoring/readable-changes.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { type Library, phraseEntry } from '../../server/library/library.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'

const library = loadLibrary(libraryRoot, diskCache(derivedFolder))
/** Each field that differs as `label: before → after`, in Chinese or English, under the title of what it belongs to. */
function told(changes: Partial<Library>, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const after = { ...library, ...changes }
  return readableChanges(libraryChanges(library, after).entries, library, after).flatMap(({ title, fields }) => [title[language], ...fields.map(({ label, before, after: now }) => `${label[language]}: ${before?.[language] ?? '–'} → ${now?.[language] ?? '–'}`)])
}

test('a sentence is shown as it is spoken, with figures written in and facts by name', () => {
  const ref = 'price-drop-refund/explain-rule'
  const was = library.phrases.get(ref)
  const phrase = phraseEntry(ref, {
    say: '三包里{policy.refundDays}天退，您是{daysOwned}买的。', en: 'Refund within {policy.refundDays} days; you bought it on {daysOwned}.', valid: { until: '2026-12-31' }, variants: [], must_say: [],
  })
  const sentences = was?.sentences ?? [phrase.sentences[0]]
  const changed = told({ phrases: new Map([...library.phrases, [ref, { ...phrase, tone: was?.tone ?? null, points: was?.points ?? [], sentences: [phrase.sentences[0], ...sentences.slice(1)] }]]) })
  expect(changed).toEqual([
    '刚买就降价，要退货 · 退换看性能故障',
    '原句: 三包里7天退、15天换，管的是机器出性能故障。机器好好的，降价这一条够不上退换。 → 三包里7天退，您是〔购机天数〕买的。',
    expect.stringContaining('原句（英文）: The rule of '),
    '原句（有效期）: – → 到 2026-12-31',
  ])
})

test('of a long list only what differs is shown; what an id stands for is said by its name', () => {
  const [file] = library.ruleFiles
  const [rule] = file?.rules ?? []
  if (!file || !rule) throw new Error('the library has no rule')
  const edited = { ...rule, severity: 'block' as const, allow: [...(rule.allow ?? []), '随便看看'], scope: { ...rule.scope, scenarios: ['price-drop-refund'] } }
  const changed = told({ ruleFiles: [{ ...file, rules: [edited, ...file.rules.slice(1)] }, ...library.ruleFiles.slice(1)] })
  expect(changed[0]).toBe(rule.name)
  expect(changed).toContain('这样说不算: – → 随便看看')
  expect(changed).toContainEqual(expect.stringMatching(/^轻重: (?:提示|慎说) → 禁语$/u))
  expect(changed).toContainEqual(expect.stringMatching(/^用在哪里: .*只在这些情况里：刚买就降价，要退货$/u))
})

test('what callers say is listed under the label of the reaction, shared or of the flow’s own', () => {
  const own = { ...library.flowReactions.get('price-drop-refund'), 'own:asks for points': ['那给我积分吧'] }
  const definition = { id: 'price-drop-refund', initial: 'x', steps: { x: { kind: 'end' as const, outcome: 'closed' } }, reactions: { 'own:asks for points': { zh: '问积分', en: 'Asks for points' } } }
  const changed = told({ flowReactions: new Map([...library.flowReactions, ['price-drop-refund', own]]), ownFlows: [{ family: 'refund-exchange', definition }], sharedReactions: { ...library.sharedReactions, 'caller agrees': ['成交'] } })
  expect(changed).toContain('问积分: – → 那给我积分吧')
  expect(changed.join('\n')).not.toContain('own:')
})

test('a convention is told apart from the others; a scorecard item by item, in both languages', () => {
  const [first, ...others] = library.conventions
  if (!first) throw new Error('the library has no convention')
  expect(told({ conventions: [{ ...first, severity: 'should' }, ...others] })).toEqual(['服务规范', expect.stringMatching(/^等候不超过五分钟: .*轻重：必须.* → .*轻重：应当/su)])
  const scorecards = library.scorecards.map((card) => (card.id === 'hotline-call' ? { ...card, sections: card.sections.map((section) => ({ ...section, items: section.items.map((item) => (item.id === 'opening' ? { ...item, weight: 12, prefill: { conventions: ['greet'] } } : item)) })) } : card))
  expect(told({ scorecards })).toEqual(['热线通话评分表', '开场白完整：分值: 10 → 12', expect.stringMatching(/^开场白完整：系统先怎么填: 服务规范：.+ → 服务规范：/u)])
  expect(told({ scorecards }, 'en').slice(0, 2)).toEqual(['Hotline call', 'Complete opening: Weight: 10 → 12'])
})
