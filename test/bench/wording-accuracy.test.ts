import { expect, test } from 'vitest'
import { measureAccuracy, share } from '../../server/bench/wording-accuracy.ts'
import { ruleSet } from '../wording/library.ts'

test('precision, recall and F1 by severity, category and in all', () => {
  const rules = ruleSet({ id: 'duty', patterns: ['不归我管'] }, { id: 'wait', severity: 'warn', patterns: ['再等等'] })
  const measured = measureAccuracy(rules, [
    { text: '不归我管', rules: ['duty'] },
    { text: '您再等等', rules: [] },
    { text: '归我管不着', rules: ['duty'] },
    { text: '好的', rules: [] },
  ])
  const short = Object.fromEntries(measured.map(({ name, precision, recall, f1 }) => [name, [precision.share, recall.share, Number(f1.toFixed(2))]]))
  expect(short).toEqual({ 'all, any rule': [0.5, 0.5, 0.5], 'all, this rule': [0.5, 0.5, 0.5], 'all, this category': [0.5, 0.5, 0.5], block: [1, 0.5, 0.67], warn: [0, 0, 0], 试: [0.5, 0.5, 0.5] })
})

test('the interval of a share', () => {
  const { low, high } = share(95, 100)
  expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.888', '0.978'])
})
