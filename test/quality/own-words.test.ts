import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { checkTurn } from '../../server/wording/check-turn.ts'
import { compileRules } from '../../server/wording/compile-rules.ts'

const library = loadLibrary(libraryRoot)
const rules = compileRules(library.ruleFiles, library.wordSets)
const turn = { speaker: 'agent', step: null, phase: null, team: null, facts: {}, history: [], interim: false, now: 0 } as const

describe('What agents are told to say', () => {
  it('breaks no rule', () => {
    const faults = [...library.phrases.values()].flatMap(({ ref, sentences }) =>
      sentences.flatMap(({ pieces }) => {
        const text = pieces.map((piece) => ('text' in piece ? piece.text : '明天上午十点')).join('')
        const [scenario = null] = ref.split('/')
        return checkTurn(rules, text, { ...turn, scenario }).filter(({ severity }) => severity !== 'hint').map(({ rule, match }) => `${ref}: ${rule} ${match}: ${text}`)
      }),
    )
    expect(faults).toEqual([])
  })

  it('holds in the sentences that rules tell them to say instead', () => {
    const faults = rules.rules.flatMap(({ definition: { id, say_instead: text } }) =>
      checkTurn(rules, text.replaceAll(/\{[^{}]*\}/gu, '，'), { ...turn, scenario: null }).filter(({ severity }) => severity === 'block').map(({ rule, match }) => `${id}: ${rule} ${match}: ${text}`),
    )
    expect(faults).toEqual([])
  })
})
