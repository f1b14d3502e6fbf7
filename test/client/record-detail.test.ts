import { expect, test } from 'vitest'
import { detailLabel } from '../../client/src/admin/record-detail.ts'

const nameOf = (id: string) => (id === 'team-1' ? '售后一组' : '')

test('the detail of an act is told in the language of the reader', () => {
  expect(detailLabel({ by: 'demo' }, nameOf)).toEqual({ zh: '方式：演示', en: 'by: demo' })
  expect(detailLabel({ roles: ['agent', 'qa-lead'], team: 'team-1', active: false }, nameOf)).toEqual({ zh: '角色：坐席、质检 · 班组：售后一组 · 在用：否', en: 'roles: Agent, QA lead · team: 售后一组 · active: no' })
  expect(detailLabel({ live: 180, drill: null, constructor: 'x' }, nameOf)).toEqual({ zh: '热线通话留（天）：180 · 陪练留（天）：无 · constructor：x', en: 'days for calls: 180 · days for drills: none · constructor: x' })
  expect(detailLabel({ asked: '', reason: '来电者要求' }, nameOf).zh).toBe('原因：来电者要求')
  expect(detailLabel({}, nameOf)).toEqual({ zh: '', en: '' })
})
