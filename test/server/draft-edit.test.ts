import { describe, expect, it } from 'vitest'
import { withValue } from '../../server/authoring/draft-edit.ts'

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

  it('refuses what is no YAML and places that are not there', () => {
    expect(() => withValue('a: [', ['a'], 1)).toThrow('not valid YAML')
    expect(() => withValue(file, ['nothing', 'here'], 1)).toThrow('the file has nothing at nothing')
  })
})
