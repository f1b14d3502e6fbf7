import { expect, it } from 'vitest'
import { debrief } from '../../server/training/debrief.ts'
import { engine, practise, sayRecommended } from './trainee.ts'

const scenario = 'repeated-repairs-wants-replacement'
const branch = 'offer-replacement>caller accepts>replacement-if-eligible'

it('the same seed and the same words give the same call', () => {
  const once = practise({ scenario, branch, seed: 7, temperament: 'furious', level: 3 }, sayRecommended)
  const again = practise({ scenario, branch, seed: 7, temperament: 'furious', level: 3 }, sayRecommended)
  expect(again.spoken).toEqual(once.spoken)
  expect(again.score).toEqual(once.score)
  expect(practise({ scenario, branch, seed: 8, temperament: 'furious', level: 3 }, sayRecommended).spoken).not.toEqual(once.spoken)
})

it('a drill takes the branch that was chosen and ends in its outcome', () => {
  const { score } = practise({ scenario, branch }, sayRecommended)
  expect({ outcome: score.outcome, finished: score.finished, passed: score.passed }).toEqual({ outcome: 'replacement-if-eligible', finished: true, passed: true })
})

it('a forbidden phrase that is not repaired fails the drill, and the debrief gives the better sentence', () => {
  const { score, entries } = practise({ scenario, branch }, (sentence, turn) => (turn === 2 ? '这事不归我们管，您找卖家去' : sentence))
  expect(score.passed).toBe(false)
  expect(score.failedBecause?.zh).toBe('说了禁语，没有挽回')
  const turn = debrief(entries, engine).find(({ said }) => said.startsWith('这事不归我们管'))
  expect(turn?.warnings[0]?.match).toContain('不归我们管')
  expect(turn?.better).toBe(turn?.warnings[0]?.sayInstead)
})

it('a missed key point is named with the sentence that has it', () => {
  const { score, entries } = practise({ scenario, branch }, (sentence) => (sentence.includes('对不起') ? '嗯，我听到了。' : sentence))
  expect(score.points.said).toBeLessThan(score.points.all)
  const missed = debrief(entries, engine).find(({ points }) => points.some(({ said }) => !said))
  expect(missed?.points.find(({ said }) => !said)?.label.zh).toBe('道过歉')
  expect(missed?.better).toBe('修了这么多次还没好，换谁都着急，真对不起，给您添麻烦了。')
})

it('an unknown scenario or branch is refused with its name', () => {
  expect(() => practise({ scenario: 'no-such' }, sayRecommended)).toThrow('there is no scenario "no-such"')
  expect(() => practise({ scenario, branch: 'a>b>c' }, sayRecommended)).toThrow('the scenario has no branch "a>b>c"')
})
