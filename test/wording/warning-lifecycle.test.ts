import { describe, expect, test } from 'vitest'
import { checkTurn } from '../../server/wording/check-turn.ts'
import { repairsRule } from '../../server/wording/repair.ts'
import { interimVerdicts, RetractionBook } from '../../server/wording/retractions.ts'
import { boardOf } from '../../server/wording/warning-board.ts'
import { dismiss, hear, noWarnings, type WarningLog } from '../../server/wording/warning-lifecycle.ts'
import { alone, ruleSet } from './library.ts'

const rules = ruleSet(
  { id: 'duty', severity: 'block', patterns: ['不归我们?管'], say_instead: '这件事我先接下来，我去找负责的同事，今天五点前给您回音' },
  { id: 'wait', severity: 'warn', patterns: ['再等等'], say_instead: '主板预计周四到，我周四中午给您打电话' },
)

/** The agent's utterance as the recogniser gives it: interims first, the last one final unless said otherwise. */
function say(log: WarningLog, id: string, revisions: readonly string[], final = true): WarningLog {
  return revisions.reduce((state, text, index) => {
    const repairs = (rule: string): boolean => rules.rules.some((each) => each.definition.id === rule && repairsRule(each, text))
    return hear(state, { id, text, final: final && index === revisions.length - 1, atMs: 1000, findings: checkTurn(rules, text, alone), repairs })
  }, log)
}
const states = (log: WarningLog): string[] => log.warnings.map(({ rule, state }) => `${rule} ${state}`)

describe('an interim', () => {
  test('raises nothing while the words touch its end', () => {
    expect(states(say(noWarnings, 'u1', ['这个', '这个不归我管'], false))).toEqual([])
  })
  test('raises a provisional warning once more was recognised after them', () => {
    expect(states(say(noWarnings, 'u1', ['这个不归我管您去'], false))).toEqual(['duty provisional'])
  })
  test('or once they have stayed for two revisions', () => {
    expect(states(say(noWarnings, 'u1', ['这个不归我管', '这个不归我管'], false))).toEqual(['duty provisional'])
  })
  test('that changes its mind retracts it', () => {
    const log = say(noWarnings, 'u1', ['这个不归我管您去', '这个不贵您放心'])
    expect(states(log)).toEqual(['duty retracted'])
    expect(boardOf(log).current).toBeNull()
  })
})

describe('a rule that recognisers often take back', () => {
  const book = new RetractionBook()
  book.add('duty', 4, 3)
  test('is told from the others by five utterances, a quarter of them taken back', () => {
    expect(book.isUnsteady('duty')).toBe(false)
    for (const { rule, kept } of interimVerdicts(new Map([['duty', 2], ['wait', 1]]), new Set(['wait']))) book.add(rule, 1, kept ? 0 : 1)
    expect([book.isUnsteady('duty'), book.isUnsteady('wait'), book.isUnsteady('new')]).toEqual([true, false, false])
  })
  test('waits for three revisions and more words before it shows', () => {
    const early = (log: WarningLog, text: string): WarningLog =>
      hear(log, { id: 'u1', text, final: false, atMs: 0, findings: checkTurn(rules, text, alone), repairs: () => false, isUnsteady: (rule) => rule === 'duty' })
    const twice = early(early(noWarnings, '这个不归我管您去'), '这个不归我管您去问问')
    expect(states(twice)).toEqual([])
    expect(states(early(twice, '这个不归我管您去问问维修'))).toEqual(['duty provisional'])
  })
})

describe('a final utterance', () => {
  test('makes the warning firm, under the same id, with its exact words', () => {
    const log = say(noWarnings, 'u1', ['这个不归我管您去', '这个不归我们管，您去'])
    expect(log.warnings).toMatchObject([{ id: 'u1/duty/0', state: 'firm', match: '不归我们管', start: 2, end: 7 }])
  })
  test.each([
    ['这件事我先接下来，今天五点前给您回音', 'repaired', 'the sentence to say instead, roughly'],
    ['好的，请讲', 'firm', 'anything else'],
  ])('after it, %s leaves it %s (%s)', (text, state) => {
    const log = say(say(noWarnings, 'u1', ['不归我们管']), 'u2', [text])
    expect(log.warnings.map((warning) => warning.state)).toEqual([state])
  })
  test('repairs every breach of the utterance that it makes good', () => {
    const log = say(say(noWarnings, 'u1', ['不归我们管，您再等等']), 'u2', ['这件事我先接下来，今天五点前给您回音'])
    expect(states(log)).toEqual(['duty repaired', 'wait repaired'])
  })
  test('repairs only within three agent turns', () => {
    const late = ['u2', 'u3', 'u4'].reduce((log, id) => say(log, id, ['好的']), say(noWarnings, 'u1', ['不归我们管']))
    expect(states(say(late, 'u5', ['这件事我先接下来，今天五点前给您回音']))).toEqual(['duty firm'])
  })
})

describe('the board', () => {
  test('shows one: the most severe, then the newest; the rest are counted', () => {
    const log = say(say(noWarnings, 'u1', ['不归我们管']), 'u2', ['您再等等'])
    expect(boardOf(log)).toMatchObject({ current: { rule: 'duty' }, open: 2, repaired: 0 })
    expect(boardOf(dismiss(log, 'u1/duty/0', '用户在开玩笑'))).toMatchObject({ current: { rule: 'wait' }, open: 1 })
  })
  test('keeps the reason of a dismissal', () => {
    const log = dismiss(say(noWarnings, 'u1', ['不归我们管']), 'u1/duty/0', '引用原话')
    expect(log.warnings).toMatchObject([{ state: 'dismissed', dismissedBecause: '引用原话' }])
  })
  test('does not show a repeat during its cool-down, but keeps it', () => {
    const first = dismiss(say(noWarnings, 'u1', ['您再等等']), 'u1/wait/0', '已说明')
    const log = say(first, 'u2', ['您再等等'])
    expect(boardOf(log)).toMatchObject({ current: null, open: 1 })
    expect(boardOf(say(say(say(log, 'u3', ['好']), 'u4', ['好']), 'u5', ['您再等等'])).current).toMatchObject({ utteranceId: 'u5' })
  })
})
