import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallView, DraftedFlow, DraftSummary, DraftView, FlowDraftView, FlowParts, PublicationView } from '../../server/protocol.ts'
import { askAuthoring, authoringServer } from '../support/authoring-server.ts'
import { granted, spoken, type TestServer } from '../support/test-server.ts'

const id = 'price-drop-refund'
const sentence = {
  say: '我先帮您看看购买的地方有没有降价补差的约定。',
  en: 'Let me first see whether the shop promised to pay price drops back.',
  variants: [{ style: 'calmer', say: '您别急，我先帮您看看购买的地方有没有降价补差的约定。', en: 'One moment; let me first see what the shop promised.' }, { style: 'shorter', say: '我先帮您看看降价补差的约定。', en: 'Let me see what was promised.' }],
  must_say: [{ point: '先看约定', en: 'look first', any: ['帮您看看'] }],
}

describe('Scenario: the structure of a flow is changed without fear', () => {
  let server: TestServer
  let trainer: string
  let lead: string
  beforeAll(async () => {
    server = await authoringServer()
    trainer = await server.signIn('demo-trainer')
    lead = await server.signIn('demo-qa-lead')
  })
  afterAll(() => server.stop())

  const ask = <T>(method: 'GET' | 'POST' | 'PUT', url: string, payload: object | undefined, cookie: string) => askAuthoring<T>(server, method, url, payload, cookie)
  const begun = async (): Promise<{ readonly draft: string; readonly flow: DraftedFlow }> => {
    const { body: { id: draft } } = await ask<DraftSummary>('POST', '/drafts', { title: '降价先看约定' }, trainer)
    const { body: { definition: flow } } = await ask<FlowDraftView>('GET', `/drafts/${draft}/flow?id=${id}`, undefined, trainer)
    return { draft, flow }
  }
  const change = async (draft: string, definition: unknown, sentences: object = {}): Promise<DraftView> =>
    (await ask<DraftView>('PUT', `/drafts/${draft}/flow`, { id, definition, sentences, wordings: {} }, trainer)).body
  const stepOf = async (callId: string): Promise<string | undefined> => (granted(await (await server.browser()).emitWithAck('call:watch', { callId })) as CallView).guidance.place?.step
  const begin = async (callId: string): Promise<void> => {
    await server.hear(spoken('caller', '您好', { callId }))
    granted(await (await server.browser()).emitWithAck('scenario:choose', { callId, scenario: id }))
  }
  const report = async (callId: string, reaction: string): Promise<void> => {
    const browser = await server.browser()
    const { guidance } = granted(await browser.emitWithAck('call:watch', { callId })) as CallView
    granted(await browser.emitWithAck('reaction:report', { callId, seq: guidance.seq, reaction }))
  }
  const withStep = ({ steps, ...flow }: DraftedFlow): DraftedFlow => ({
    ...flow,
    steps: {
      ...steps,
      empathise: { kind: 'say', phrase: `${id}/empathise`, on: { 'agent said it': 'look-first', 'caller wants the price difference': 'ask-price-protection' } },
      'look-first': { kind: 'say', phrase: `${id}/look-first`, on: { 'agent said it': 'ask-price-protection' } },
    },
  })
  const tried = async (draft: string): Promise<DraftView> => {
    await ask('POST', `/drafts/${draft}/blast`, { calls: 100, fromAt: null, toAt: null }, trainer)
    for (;;) {
      const { body } = await ask<DraftView>('GET', `/drafts/${draft}`, undefined, trainer)
      if (body.blast?.status !== 'running') return body
    }
  }

  it('says what a flow can be made of', async () => {
    const { draft } = await begun()
    const { body } = await ask<FlowParts>('GET', `/drafts/${draft}/flow-parts`, undefined, trainer)
    expect(body.flows).toHaveLength(113)
    expect(body.reactions.find((each) => each.id === 'caller accepts')).toEqual({ id: 'caller accepts', label: { zh: '同意', en: 'Accepts' }, common: true })
    expect(body.figures.find((each) => each.id === 'refundDays')?.value).toBe(7)
    expect(body.facts.find((each) => each.id === 'warranty')?.options.map(({ value }) => value)).toContain('in')
  })

  it('a step without a way out or a way in, and one that vanished, stop the draft, each named at its step in both languages', async () => {
    const { draft, flow } = await begun()
    const { 'offer-help': _, ...steps } = flow.steps
    const faulty = await change(draft, { ...flow, steps: { ...steps, alone: { kind: 'say', phrase: `${id}/offer-help`, on: {} } } })
    expect(faulty.faults.map(({ file, message, zh, at }) => ({ file, message, zh, at })).slice(0, 2)).toEqual([
      {
        file: `flows/refund-exchange/${id}.json`,
        message: '"caller accepts" of the step "ask-understanding" leads to a step "offer-help" that does not exist; add it or choose another',
        zh: '步骤“ask-understanding”的“caller accepts”通向不存在的步骤“offer-help”',
        at: { flow: id, step: 'ask-understanding' },
      },
      {
        file: `flows/refund-exchange/${id}.json`,
        message: '"caller calms down" of the step "ask-understanding" leads to a step "offer-help" that does not exist; add it or choose another',
        zh: '步骤“ask-understanding”的“caller calms down”通向不存在的步骤“offer-help”',
        at: { flow: id, step: 'ask-understanding' },
      },
    ])
    expect(faulty.faults.map(({ message }) => message)).toContain('the step "offer-help" is gone; name under renamed the step at which calls that stand on it go on')
    const lonely = await change(draft, { ...flow, steps: { ...flow.steps, alone: { kind: 'say', phrase: `${id}/offer-help`, on: {} } } })
    expect(lonely.faults.map(({ message, at }) => [message, at?.step])).toEqual([['the step "alone" cannot be reached', 'alone']])
    expect(lonely.obstacles.map(({ en }) => en)).toContain('it has 1 fault(s)')
    expect(await ask('POST', `/drafts/${draft}/submit`, undefined, trainer)).toMatchObject({ status: 400, body: { message: expect.stringMatching(/^flows\/refund-exchange\/price-drop-refund\.json:\d+: the step "alone" cannot be reached$/u) as string } })
    expect((await change(draft, flow)).diffs).toEqual([])
  })

  it('a words file that cannot be read is named, and nothing else breaks', async () => {
    const { draft, flow } = await begun()
    const path = `scenarios/refund-exchange/${id}.yaml`
    for (const text of ['phrases: [', 'phrases: 5\n', 'id: x\nphrases: { a: 1 }\n']) {
      expect((await ask('PUT', `/drafts/${draft}/file`, { path, text }, trainer)).status).toBe(200)
      const refused = { status: 400, body: { message: `${path} cannot be read; mend the file first` } }
      expect(await ask('GET', `/drafts/${draft}/flow?id=${id}`, undefined, trainer)).toMatchObject(refused)
      expect(await ask('PUT', `/drafts/${draft}/flow`, { id, definition: withStep(flow), sentences: {}, wordings: {} }, trainer)).toMatchObject(refused)
    }
  })

  it('what is no flow at all is refused, and the draft stays as it is', async () => {
    const { draft, flow } = await begun()
    const put = (definition: unknown) => ask<{ readonly message: string }>('PUT', `/drafts/${draft}/flow`, { id, definition, sentences: {}, wordings: {} }, trainer)
    expect((await put({ ...flow, steps: { a: { kind: 'shout', phrase: 'x/y', on: {} } } })).body.message).toBe('steps › a: value of tag "kind" must be in oneOf')
    expect((await put({ ...flow, id: 'other' })).body.message).toBe(`the id of the flow must stay "${id}"`)
    expect((await put(['no flow'])).body.message).toBe('the file: must be object')
    expect((await ask<{ readonly message: string }>('PUT', `/drafts/${draft}/flow`, { id: 'no-such-flow', definition: flow, sentences: {}, wordings: {} }, trainer)).status).toBe(404)
    expect((await ask<DraftView>('GET', `/drafts/${draft}`, undefined, trainer)).body.diffs).toEqual([])
  })

  it('a step with a new sentence is drafted by a trainer, tried, approved, published and followed by new calls; running calls keep theirs; it is rolled back', async () => {
    await begin('old')
    expect(await stepOf('old')).toBe('empathise')
    await begin('past')
    await report('past', 'agent said it')
    const past = await server.browser()
    granted(await past.emitWithAck('call:end', { callId: 'past' }))
    granted(await past.emitWithAck('wrapup:submit', { callId: 'past', disposition: 'solved-on-call', notes: '' }))

    const { draft, flow } = await begun()
    const drafted = await change(draft, withStep(flow), { [`${id}/look-first`]: sentence })
    expect(drafted.faults).toEqual([])
    expect(drafted.diffs.map(({ path }) => path).toSorted()).toEqual([`flows/refund-exchange/${id}.json`, `scenarios/refund-exchange/${id}.yaml`])
    expect(drafted.changes.find(({ kind }) => kind === 'flow')?.structure?.map(({ zh, en }) => [zh, en])).toEqual([
      ['步骤“empathise”的反应“我说过了”改为通向“look-first”', 'reaction "Said it" of step "empathise" now leads to "look-first"'],
      ['新增步骤“look-first”', 'step "look-first" added'],
      ['步骤“look-first”新增反应“我说过了”，通向“ask-price-protection”', 'step "look-first" now answers "Said it", which leads to "ask-price-protection"'],
    ])
    await ask('POST', `/drafts/${draft}/submit`, undefined, trainer)
    const { blast } = await tried(draft)
    expect(blast?.result?.guidance).toMatchObject({ calls: 1, examples: [{ callId: 'past', after: sentence.say }] })
    expect((await ask('POST', `/drafts/${draft}/decide`, { approved: true, note: '' }, trainer)).status).toBe(403)
    expect((await ask('POST', `/drafts/${draft}/decide`, { approved: true, note: '好' }, lead)).status).toBe(200)
    expect((await ask('POST', `/drafts/${draft}/publish`, { at: null }, lead)).status).toBe(200)

    await begin('new')
    for (const call of ['old', 'new']) await report(call, 'agent said it')
    expect([await stepOf('old'), await stepOf('new')]).toEqual(['ask-price-protection', 'look-first'])

    server = await server.restart()
    lead = await server.signIn('demo-qa-lead')
    expect([await stepOf('old'), await stepOf('new')]).toEqual(['ask-price-protection', 'look-first'])
    await report('new', 'agent said it')
    expect(await stepOf('new')).toBe('ask-price-protection')

    const { body: [, before] } = await ask<readonly PublicationView[]>('GET', '/publications', undefined, lead)
    expect((await ask('POST', '/rollback', { version: before?.version }, lead)).status).toBe(200)
    await begin('later')
    await report('later', 'agent said it')
    expect(await stepOf('later')).toBe('ask-price-protection')
  })
})
