import { describe, expect, it } from 'vitest'
import { readinessOf } from '../../server/training/readiness.ts'

const trained = { recalls: [1, 0.9, 0.8, 0.9], branchesPassed: 30, branches: 60, clean: 1, exams: 4, examMean: 92 }

describe('Readiness for the floor', () => {
  it('is half mastery, a fifth wording, the rest breadth and exams', () => {
    expect(readinessOf(trained)).toEqual({ readiness: 86, lacks: [] })
  })

  it('is nothing for a beginner, who lacks everything', () => {
    expect(readinessOf({ recalls: [0, 0], branchesPassed: 0, branches: 60, clean: null, exams: 0, examMean: null })).toEqual({ readiness: 0, lacks: ['score', 'exam', 'wording'] })
  })

  it('fades when what was mastered is not renewed', () => {
    expect(readinessOf({ ...trained, recalls: [0.5, 0.5, 0.5, 0.5] })).toEqual({ readiness: 66, lacks: ['score'] })
  })

  it('is held up by too few exams, and by phrases that were left standing', () => {
    expect(readinessOf({ ...trained, exams: 2 }).lacks).toEqual(['exam'])
    expect(readinessOf({ ...trained, clean: 0.85 }).lacks).toEqual(['wording'])
  })
})
