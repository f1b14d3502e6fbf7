import { describe, expect, test } from 'vitest'
import { walkedWays } from '../../client/src/flow-screen/walked-ways.ts'
import type { PageStep } from '../../server/protocol.ts'

const step = (id: string, kind: PageStep['kind'], ...to: readonly string[]): PageStep => ({
  id,
  kind,
  label: { zh: id, en: id },
  sentences: [],
  points: [],
  tone: null,
  phrase: null,
  ways: to.map((each) => ({ id: each, label: { zh: each, en: each }, to: each })),
  leadsTo: null,
})
const flow = [step('greet', 'say', 'judge', 'ask'), step('judge', 'decide', 'again'), step('again', 'decide', 'offer', 'explain'), step('ask', 'ask', 'judge'), step('offer', 'say'), step('explain', 'say', 'offer')]

describe('the way of a call through a flow', () => {
  test('a line from step to step', () => {
    expect([...walkedWays(flow, ['greet', 'ask'])]).toEqual(['greet→ask'])
  })

  test('decisions in between are part of the way', () => {
    expect([...walkedWays(flow, ['ask', 'offer'])]).toEqual(['ask→judge', 'judge→again', 'again→offer'])
  })

  test('a speaking step in between is not', () => {
    expect([...walkedWays(flow, ['greet', 'ask', 'explain'])]).toEqual(['greet→ask', 'ask→judge', 'judge→again', 'again→explain'])
  })

  test('a jump that no line explains leaves no line', () => {
    expect([...walkedWays(flow, ['offer', 'greet'])]).toEqual([])
  })

  test('a call that only just began has walked nothing', () => {
    expect([...walkedWays(flow, ['greet'])]).toEqual([])
  })
})
