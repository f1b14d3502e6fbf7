import { describe, expect, it } from 'vitest'
import { flowFaults } from '../../flows/check.ts'
import { definitionFaults } from '../../flows/definition-faults.ts'
import { programFlows } from '../../flows/flow-book.ts'
import { silentCircles } from '../../flows/silent-circles.ts'
import { allFlows, findFlow, scenarioIds } from '../../flows/index.ts'
import { decide, end, say, scenario } from '../../flows/dialogue.ts'
import { is } from '../../flows/conditions.ts'
import { loadBriefs } from '../../server/library/briefs.ts'
import { checkWords } from '../../server/library/check-flows.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { patternHearing } from '../../server/library/pattern-hearing.ts'
import { libraryRoot } from '../../server/library/root.ts'

const library = loadLibrary(libraryRoot)
const briefs = loadBriefs(libraryRoot)
const hears = patternHearing()
const isFlow = (id: string): boolean => findFlow(id) !== undefined

describe('The registry', () => {
  it('holds exactly the 107 documented scenarios', () => {
    expect(scenarioIds).toHaveLength(107)
    expect(scenarioIds.toSorted()).toEqual(briefs.map(({ id }) => id).toSorted())
  })
})

describe.each(allFlows.map((flow) => [flow.definition.id, flow] as const))('The flow %s', (id, flow) => {
  it('is sound, speaks its phrases and follows its documented case', () => {
    expect([...definitionFaults(flow.definition), ...flowFaults(flow, isFlow), ...silentCircles(programFlows, id)]).toEqual([])
    expect(checkWords(flow, library, briefs.find((brief) => brief.id === id), hears)).toEqual([])
  })
})

describe('The check itself', () => {
  it('finds a step that cannot be reached, a dead end and a path never taken', () => {
    const faulty = scenario({
      id: 'faulty',
      initial: 'start',
      steps: {
        start: say('faulty/start', { 'agent said it': 'judge' }),
        judge: decide([{ when: is('warranty', 'in'), go: 'stuck' }, { when: is('warranty', 'in'), go: 'done' }, { go: 'done' }]),
        stuck: say('faulty/stuck', {}),
        lonely: say('faulty/lonely', { 'agent said it': 'done' }),
        done: end('closed'),
      },
    })
    expect(flowFaults(faulty, isFlow)).toEqual([
      { step: 'judge', zh: '判断“judge”永远不会走到“done”', en: 'the decision "judge" never takes its path to "done"' },
      { step: 'stuck', zh: '从步骤“stuck”走不到任何结局', en: 'from the step "stuck" no end can be reached' },
      { step: 'lonely', zh: '步骤“lonely”走不到', en: 'the step "lonely" cannot be reached' },
    ])
  })

  it('refuses a step whose target does not exist', () => {
    expect(() => scenario({ id: 'broken', initial: 'a', steps: { a: say('x/a', { 'agent said it': 'nowhere' }) } })).toThrow('nowhere')
  })
})

describe('Looking a flow up', () => {
  it('knows nothing of an unknown id', () => {
    expect(findFlow('no-such-scenario')).toBeUndefined()
  })
})
