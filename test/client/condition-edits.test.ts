import { expect, test } from 'vitest'
import { negated, withJoin, withPart, withPartAt } from '../../client/src/authoring/structure/condition-edits.ts'
import type { DraftedCondition } from '../../server/protocol.ts'

const a: DraftedCondition = { fact: 'repairCount', atLeast: 'repairsBeforeExchange' }
const b: DraftedCondition = { fact: 'inWarranty', is: true }
const c: DraftedCondition = { fact: 'daysOwned', unknown: true }

test('a further part goes into the list that is joined that way, else beside the whole', () => {
  expect(withPart(a, 'all', b)).toEqual({ all: [a, b] })
  expect(withPart({ all: [a, b] }, 'all', c)).toEqual({ all: [a, b, c] })
  expect(withPart({ all: [a, b] }, 'any', c)).toEqual({ any: [{ all: [a, b] }, c] })
  expect(withPart({ not: { all: [a, b] } }, 'all', c)).toEqual({ all: [{ not: { all: [a, b] } }, c] })
})

test('parts are changed and taken away within a negated list; a single one that is left needs no list', () => {
  expect(withPartAt({ not: { any: [a, b] } }, 1, c)).toEqual({ not: { any: [a, c] } })
  expect(withPartAt({ any: [a, b, c] }, 0, null)).toEqual({ any: [b, c] })
  expect(withPartAt({ not: { any: [a, b] } }, 0, null)).toEqual({ not: b })
  expect(withPartAt({ not: { any: [a, { not: b }] } }, 0, null)).toEqual(b)
})

test('the join is turned, and a condition into its opposite and back', () => {
  expect(withJoin({ not: { all: [a, b] } }, 'any')).toEqual({ not: { any: [a, b] } })
  expect(negated(a)).toEqual({ not: a })
  expect(negated(negated({ all: [a, b] }))).toEqual({ all: [a, b] })
})
