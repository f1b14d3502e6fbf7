import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { withValue } from '../../server/authoring/draft-edit.ts'
import { seededRandom } from '../support/talkative-call.ts'

const file = `# How we greet
id: greeting
phrases:
  hello:
    say: 您好，我是客服。   # short
    en: "Hello: how can I help?"
    variants:
      - { style: calmer, say: 您好呀, en: hello there }
    must_say:
      - { point: 问好, en: greets, any: ["您好", "(早|晚)上好"] }
  bye:
    say: 再见。
    en: Bye.
rules:
  - id: a1
    patterns: [一, 二]
  - id: a2
    patterns: [三]
# the end
`

describe('Editing a YAML file', () => {
  it('changes a sentence and nothing else', () => {
    expect(withValue(file, ['phrases', 'hello', 'say'], '您好，有什么可以帮您？')).toBe(file.replace('您好，我是客服。 ', '您好，有什么可以帮您？ '))
  })

  it('writes only what differs of a whole phrase', () => {
    const value = { say: '您好，我是客服。', en: 'Hello: how can I help?', variants: [{ style: 'calmer', say: '您好啊', en: 'hello there' }], must_say: [{ point: '问好', en: 'greets', any: ['您好', '(早|晚)上好'] }] }
    expect(withValue(file, ['phrases', 'hello'], value)).toBe(file.replace('say: 您好呀', 'say: 您好啊'))
  })

  it('adds and removes items where they belong', () => {
    const added = withValue(file, ['rules', 2], { id: 'a3', severity: 'warn', phrases: ['四'] })
    expect(added).toBe(file.replace('    patterns: [三]\n', '    patterns: [三]\n  - id: a3\n    severity: warn\n    phrases: [四]\n'))
    expect(withValue(added, ['rules', 2], undefined)).toBe(file)
    expect(withValue(file, ['rules', 0], undefined)).toBe(file.replace('  - id: a1\n    patterns: [一, 二]\n', ''))
    expect(withValue(file, ['rules', 0, 'patterns'], ['一', '二', '五'])).toBe(file.replace('[一, 二]', '[一, 二, 五]'))
  })

  it('quotes what YAML would read otherwise', () => {
    expect(withValue(file, ['phrases', 'bye', 'say'], '是: 真的')).toContain('    say: "是: 真的"\n')
    expect(withValue(file, ['phrases', 'bye', 'say'], 'true')).toContain('    say: "true"\n')
  })

  it('writes a scorecard of any shape over any other', () => {
    const random = seededRandom(7)
    const some = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
    const item = (index: number) => ({
      id: `i${String(index)}`,
      label: { zh: some(['开场', '好: 的', '是']), en: some(['Opening', 'a, b', '12']) },
      guide: { zh: '看', en: 'Look' },
      ...(random() < 0.8 && { weight: Math.floor(random() * 20) }),
      ...(random() < 0.3 && { auto_fail: true }),
      ...(random() < 0.3 && { may_not_apply: true }),
      ...(random() < 0.5 && { prefill: { ...(random() < 0.5 && { conventions: ['greet', 'thanks'] }), ...(random() < 0.5 && { wording: { categories: ['推诿'], severities: ['block'] } }), ...(random() < 0.3 && { only_if_anger: 0.3 }) } }),
    })
    const card = () => ({ id: 'card', pass_score: 80, sections: Array.from({ length: Math.floor(random() * 4) }, () => ({ title: { zh: '段', en: 'Part' }, items: Array.from({ length: Math.floor(random() * 4) }, (_, index) => item(index)) })) })
    let text = ''
    for (let round = 0; round < 500; round += 1) {
      const next = card()
      text = withValue(text, [], next)
      expect(load(text)).toEqual(JSON.parse(JSON.stringify(next)))
    }
  })

  it('empties a list and fills it again', () => {
    const emptied = withValue(file, ['rules'], [])
    expect(emptied).toContain('\nrules: []\n# the end\n')
    expect(withValue('a:\nb: 2\n', ['a'], ['x'])).toBe('a: [x]\nb: 2\n')
  })

  it('refuses what is no YAML and places that are not there', () => {
    expect(() => withValue('a: [', ['a'], 1)).toThrow('not valid YAML')
    expect(() => withValue(file, ['nothing', 'here'], 1)).toThrow('the file has nothing at nothing')
  })
})
