import { describe, expect, it } from 'vitest'
import * as conversation from '../../flows/conversation.ts'
import type { Frame } from '../../flows/conversation.ts'
import type { CallFacts } from '../../flows/facts.ts'
import { flowBook, programFlows } from '../../flows/flow-book.ts'
import type { Reaction } from '../../flows/reactions.ts'

const advance = conversation.advance.bind(null, programFlows)
const choose = conversation.choose.bind(null, programFlows)
const open = conversation.open.bind(null, programFlows)
const possibleReactions = conversation.possibleReactions.bind(null, programFlows)
const restore = conversation.restore.bind(null, programFlows)
const scenario = 'repeated-repairs-wants-replacement'
const places = (stack: readonly Frame[]) => stack.map(({ flow, step }) => `${flow}/${step}`)
const after = (stack: readonly Frame[], reactions: readonly Reaction[], facts: CallFacts = {}) =>
  reactions.reduce((at, reaction) => advance(at, reaction, facts).stack, stack)
const chosen = (facts: CallFacts = {}) => choose(open({}), scenario, facts).stack

describe('A call', () => {
  it('begins with the opening and goes over to the chosen scenario', () => {
    expect(places(open({}))).toHaveLength(1)
    expect(open({})[0]?.flow).toBe('hotline-opening')
    expect(places(chosen())).toEqual([`${scenario}/apologize-and-empathize`])
  })

  it('asks for what it must judge by, and judges once it is known', () => {
    const asked = after(chosen(), ['agent said it', 'agent said it'])
    expect(places(asked)).toEqual([`${scenario}/ask-repair-count`])
    expect(places(after(asked, ['fact recorded'], { repairCount: 3 }))).toEqual([`${scenario}/ask-days-owned`])
    expect(places(after(asked, ['fact recorded'], { repairCount: 3, daysOwned: 100 }))).toEqual([`${scenario}/verify-records`])
    expect(places(after(asked, ['fact recorded'], { repairCount: 1, daysOwned: 100 }))).toEqual([`${scenario}/explain-replacement-criteria`])
  })

  it('stays where it is when a fact is reported but not known', () => {
    const asked = after(chosen(), ['agent said it', 'agent said it'])
    expect(advance(asked, 'fact recorded', {})).toEqual({ stack: asked, endings: [], change: 'none' })
  })

  it('closes with the ticket number after the scenario ends', () => {
    const offered = after(chosen(), ['agent said it', 'agent said it'], { meetsExchangeRule: true })
    const move = advance(offered, 'caller accepts', { meetsExchangeRule: true })
    expect(move.endings).toEqual([{ flow: scenario, outcome: 'replacement-if-eligible' }])
    expect(move.change).toBe('closing')
    expect(move.stack[0]?.flow).toBe('give-ticket-and-close')
  })
})

describe('Interruptions', () => {
  it('go over the scenario and come back to the very step', () => {
    const angry = advance(after(chosen(), ['agent said it']), 'caller angry', {})
    expect(angry.change).toBe('interrupted')
    expect(angry.stack.map(({ flow }) => flow)).toEqual([scenario, 'calm-anger'])
    const back = advance(angry.stack, 'caller calms down', {})
    expect(back.change).toBe('resumed')
    expect(places(back.stack)).toEqual([`${scenario}/commit-responsibility`])
  })

  it('are not pushed twice', () => {
    const angry = after(chosen(), ['caller angry'])
    expect(advance(angry, 'caller angry', {}).stack.map(({ flow }) => flow)).toEqual([scenario, 'calm-anger'])
  })

  it('of danger drop everything else and are not pushed aside by lesser danger', () => {
    const smoke = advance(after(chosen(), ['caller angry']), 'smoke or electric shock', {})
    expect(smoke.stack.map(({ flow }) => flow)).toEqual(['crisis-safety-hazard'])
    const hurt = advance(smoke.stack, 'someone is hurt', {})
    expect(hurt.stack.map(({ flow }) => flow)).toEqual(['crisis-personal-injury'])
    expect(advance(hurt.stack, 'smoke or electric shock', {}).change).toBe('none')
    expect(advance(hurt.stack, 'caller angry', {}).change).toBe('none')
  })

  it('let a second question be answered and return', () => {
    const question = after(chosen(), ['caller asks another question'])
    const second = choose(question, 'exchange-over-15-days-first-fault', {})
    expect(second.stack.map(({ flow }) => flow)).toEqual([scenario, 'exchange-over-15-days-first-fault'])
    expect(second.stack[1]?.returns).toBe(true)
  })
})

describe('Restoring', () => {
  it('keeps frames that still exist and starts lost ones over', () => {
    const stack = [{ flow: scenario, step: 'commit-responsibility' }, { flow: 'calm-anger', step: 'a step of long ago' }]
    const { stack: restored, restarted } = restore(stack, {})
    expect(places(restored)[0]).toBe(`${scenario}/commit-responsibility`)
    expect(restored[1]?.flow).toBe('calm-anger')
    expect(restarted).toEqual(['calm-anger'])
  })

  it('follows a step that a version has renamed or taken out', () => {
    const { definition } = programFlows.flow('calm-anger')
    const [first = ''] = Object.keys(definition.steps)
    const renamed = flowBook([{ family: null, definition: { ...definition, renamed: { 'a step of long ago': first } } }])
    const { stack, restarted } = conversation.restore(renamed, [{ flow: 'calm-anger', step: 'a step of long ago' }], {})
    expect(places(stack)).toEqual([`calm-anger/${first}`])
    expect(restarted).toEqual([])
  })

  it('drops a flow that no longer exists', () => {
    expect(restore([{ flow: 'gone', step: 'x' }], {}).stack[0]?.flow).toBe('hotline-opening')
  })
})

describe('Reactions on screen', () => {
  it('are those that the step answers', () => {
    expect(possibleReactions(chosen())).toEqual(['agent said it', 'caller fed up with small faults'])
  })
})
