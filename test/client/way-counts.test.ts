import { expect, test } from 'vitest'
import { thickness, wayCounts } from '../../client/src/flow-screen/way-counts.ts'
import type { CoveredFlow } from '../../server/protocol.ts'

const label = { zh: '', en: '' }
const flow: CoveredFlow = {
  id: 'f', title: label, family: 'any', familyLabel: label, reachedSteps: 2, totalSteps: 3, takenWays: 2, totalWays: 3,
  steps: [
    { id: 'a', kind: 'say', label, reached: 5, shown: 5, spoken: 4 },
    { id: 'b', kind: 'say', label, reached: 4, shown: 4, spoken: 4 },
    { id: 'c', kind: 'end', label, reached: 0, shown: 0, spoken: 0 },
  ],
  ways: [
    { id: 'agent said it', from: 'a', to: 'b', label, taken: 3 },
    { id: 'caller accepts', from: 'a', to: 'b', label, taken: 1 },
    { id: 'caller refuses', from: 'a', to: 'c', label, taken: 0 },
  ],
}

test('reactions that lead the same way add up to one line', () => {
  const { reached, taken, most } = wayCounts(flow)
  expect([...taken]).toEqual([['a→b', 4], ['a→c', 0]])
  expect(most).toBe(4)
  expect(reached.get('a')).toBe(5)
})

test('the busiest line is the thickest, and a quarter of its calls make half of what it has more', () => {
  expect([thickness(0, 4), thickness(1, 4), thickness(4, 4), thickness(0, 0)]).toEqual([1.4, 3.9, 6.4, 1.4])
})
