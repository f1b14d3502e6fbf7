import { describe, expect, it } from 'vitest'
import { scenarioIds } from '../../flows/index.ts'
import { complaint, everyBranch, practise, sayForbidden, sayRecommended } from './trainee.ts'

const ids = scenarioIds.filter((_, index) => index % 2 === 0)

describe('Scenario: a trainee who always says the recommended sentence', () => {
  it.each(ids)('passes %s on every branch', (scenario) => {
    const failed = everyBranch(scenario).flatMap((setup) => {
      const call = practise(setup, sayRecommended)
      return call.score.passed ? [] : [complaint(setup, call)]
    })
    expect(failed).toEqual([])
  })
})

describe('Scenario: a trainee who says only forbidden phrases', () => {
  it.each(ids)('fails %s on every branch', (scenario) => {
    expect(everyBranch(scenario).filter((setup) => practise(setup, sayForbidden).score.passed)).toEqual([])
  })
})
