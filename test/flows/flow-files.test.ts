import { describe, expect, it } from 'vitest'
import { advance, choose, open, possibleReactions } from '../../flows/conversation.ts'
import type { FlowDefinition } from '../../flows/dialogue.ts'
import { programFlows } from '../../flows/flow-book.ts'
import { flowChanges } from '../../flows/flow-changes.ts'
import { readStructure } from '../../server/library/flow-files.ts'
import { jsonFile } from '../../server/library/json-file.ts'
import { isFault } from '../../server/library/yaml-file.ts'

const id = 'price-drop-refund'
const path = `flows/refund-exchange/${id}.json`
const { definition } = programFlows.flow(id)
const text = (flow: unknown): string => JSON.stringify(flow, null, 2)
const structure = (...files: readonly (readonly [string, unknown])[]) =>
  readStructure(files.map(([file, flow]) => {
    const read = jsonFile(text(flow), file)
    if (isFault(read)) throw new Error(read.message)
    return read
  }), [])
const faultsOf = (flow: unknown, file = path): readonly string[] => structure([file, flow]).faults.map(({ file: at, line, message }) => `${at}:${String(line)}: ${message}`)
const withSteps = (steps: object) => ({ ...definition, steps: { ...definition.steps, ...steps } as FlowDefinition['steps'] })
const line = (flow: unknown, step: string): number => text(flow).split('\n').findIndex((each) => each.startsWith(`    "${step}": {`)) + 1

describe('The file of a flow', () => {
  it('may hold the flow as it comes with the program', () => {
    expect(faultsOf(definition)).toEqual([])
  })

  it('belongs in the folder of its family, under its own name', () => {
    expect(faultsOf(definition, `flows/parts/${id}.json`)).toEqual([`flows/parts/${id}.json:1: this flow belongs in flows/refund-exchange/; move the file there`])
    expect(faultsOf(definition, 'flows/parts/other.json')).toEqual(['flows/parts/other.json:1: the id "price-drop-refund" differs from the file\'s name; make them the same'])
    expect(faultsOf({ ...definition, id: 'brand-new' }, 'flows/parts/brand-new.json')).toEqual(['flows/parts/brand-new.json:1: no words belong to the new scenario "brand-new"; add scenarios/<family>/brand-new.yaml'])
  })

  it('names what does not exist, at the step: targets, facts, values, figures, reactions', () => {
    const flow = withSteps({
      closed: { kind: 'decide', paths: [{ when: { fact: 'warranty', is: 'gone' }, go: 'escalated' }, { when: { fact: 'mood', unknown: true }, go: 'escalated' }, { when: { fact: 'warranty', atMost: 'noDays' }, go: 'escalated' }, { go: 'nowhere' }] },
      'offer-help': { kind: 'say', phrase: `${id}/offer-help`, on: { 'caller sings': 'escalated', 'fact recorded': 'escalated', 'agent said it': 'escalated' } },
    })
    const [help, closed] = [line(flow, 'offer-help'), line(flow, 'closed')].map((at) => `${path}:${String(at)}: `)
    expect(faultsOf(flow)).toEqual([
      `${help ?? ''}the step "offer-help" answers an unknown reaction "caller sings"; choose one of the catalogue, or give it a label under reactions`,
      `${help ?? ''}the step "offer-help" cannot answer "fact recorded" itself; next says where it leads`,
      `${closed ?? ''}"path 4" of the step "closed" leads to a step "nowhere" that does not exist; add it or choose another`,
      `${closed ?? ''}the fact "warranty" cannot be "gone"; choose one of its values`,
      `${closed ?? ''}there is no fact "mood"; correct its name`,
      `${closed ?? ''}there is no policy figure "noDays"; correct its name`,
      `${closed ?? ''}the fact "warranty" is no number; compare it with is`,
    ])
  })

  it('names decisions and scenarios that go round with nobody speaking, a first step that is not there, and renamings to nowhere', () => {
    const round = withSteps({ closed: { kind: 'decide', paths: [{ when: { fact: 'daysOwned', unknown: true }, go: 'again' }, { go: 'escalated' }] }, again: { kind: 'decide', paths: [{ go: 'closed' }] } })
    expect(faultsOf(round)).toEqual(['closed', 'again'].map((step) => `${path}:${String(line(round, step))}: the decision "${step}" leads back to itself with nobody speaking in between`))
    const there = { ...definition, initial: 'x', steps: { x: { kind: 'switch', flow: 'exchange-over-15-days-first-fault' } }, renamed: Object.fromEntries(Object.keys(definition.steps).map((step) => [step, 'x'])) }
    expect(faultsOf(there)[0]).toBe(`${path}:1: renamed leads "empathise" to "x", which is no speaking step; choose one`)
    expect(faultsOf({ ...definition, initial: 'x' })).toEqual([`${path}:1: the first step "x" does not exist; name another under initial`])
  })

  it('names a step on which calls may stand and that is gone, unless it says where they go on', () => {
    const { 'explain-market': _, ...steps } = definition.steps
    const without = { ...definition, steps: { ...steps, 'explain-rule': { kind: 'say', phrase: `${id}/explain-rule`, on: { 'agent said it': 'ask-understanding', 'caller wants the price difference': 'record-difference' } } } }
    expect(faultsOf(without)).toEqual([`${path}:1: the step "explain-market" is gone; name under renamed the step at which calls that stand on it go on`])
    expect(faultsOf({ ...without, renamed: { 'explain-market': 'ask-understanding' } })).toEqual([])
  })

  it('says where a text is no JSON, holds a key twice, or nests without end', () => {
    const fault = (written: string) => { const read = jsonFile(written, path); return isFault(read) ? `${String(read.line)}: ${read.message}` : null }
    expect(fault('{\n  "id": "a"\n  "initial": "b"\n}')).toBe('3: not valid JSON here or just before; look for a missing comma, quote or bracket')
    expect(fault('{\n  "steps": {\n    "a": 1,\n    "a": 2\n  }\n}')).toBe('4: the same key stands here twice; remove or rename one')
    expect(fault(`{"a":\n${'['.repeat(50_000)}`)).toBe('2: brackets stand within brackets more than 24 deep; write the condition more simply')
  })
})

describe('A reaction of a flow of its own', () => {
  const own = { ...withSteps({ 'offer-help': { kind: 'say', phrase: `${id}/offer-help`, on: { 'agent said it': 'closed', 'caller thanks': 'closed', 'own:asks for points': 'escalated' } } }), reactions: { 'own:asks for points': { zh: '问积分', en: 'Asks for points' } } } satisfies FlowDefinition

  it('moves the call like any other, under its own label', () => {
    const { book, faults } = structure([path, own])
    expect(faults).toEqual([])
    const stack = [{ flow: id, step: 'offer-help' }]
    expect(possibleReactions(book, stack)).toContain('own:asks for points')
    expect(book.reactionLabel('own:asks for points')).toEqual({ zh: '问积分', en: 'Asks for points' })
    expect(advance(book, stack, 'own:asks for points', {}).endings[0]).toEqual({ flow: id, outcome: 'escalated' })
    expect(programFlows.isReaction('own:asks for points')).toBe(false)
    expect(choose(book, open(book, {}), id, {}).stack).toEqual([{ flow: id, step: 'empathise' }])
  })

  it('is named where no step answers it', () => {
    expect(faultsOf({ ...definition, reactions: { 'own:asks for points': { zh: '问积分', en: 'Asks for points' } } })).toEqual([`${path}:1: no step answers the reaction "own:asks for points" of this flow; remove it`])
  })
})

describe('What differs between two structures', () => {
  it('is said step by step, a renamed step being the same', () => {
    const { 'explain-market': market, ...steps } = definition.steps
    const after = {
      ...definition,
      steps: {
        ...steps,
        'explain-rule': { kind: 'say', phrase: `${id}/explain-rule`, on: { 'agent said it': 'why prices move', 'caller accepts': 'closed' } },
        'why prices move': market,
        'judge-protection': { kind: 'decide', paths: [{ when: { fact: 'daysOwned', atMost: 'refundDays' }, go: 'use-price-protection' }, { go: 'check-machine' }] },
      },
      renamed: { 'explain-market': 'why prices move' },
    } as FlowDefinition
    expect(flowChanges(definition, after).map(({ change, en }) => `${change}: ${en}`)).toEqual([
      'removed: decision "judge-protection" no longer asks whether Price protection = Agreed',
      'added: decision "judge-protection": Days owned ≤ 7 days now leads to "use-price-protection"',
      'removed: step "explain-rule" no longer answers "Wants the price difference"',
      'added: step "explain-rule" now answers "Accepts", which leads to "closed"',
      'changed: step "explain-market" renamed to "why prices move"',
    ])
    expect(flowChanges(definition, definition)).toEqual([])
  })
})
