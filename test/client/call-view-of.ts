import type { CallView, Guidance, PhrasePart, PhraseText } from '../../server/protocol.ts'

/** A phrase in one style. */
export const phraseOf = (style: PhraseText['style'], ...parts: readonly PhrasePart[]): PhraseText => ({ style, parts, en: style })

/** Guidance at one step of a refund call, with what the test says about it. */
export const guidanceOf = (change: Partial<Guidance> = {}): Guidance => ({
  seq: 4,
  place: { scenario: { zh: '要求退货', en: 'Wants a refund' }, flow: 'refund', step: 'ask-date', number: 2, total: 5, interruption: false },
  phrase: phraseOf('main', { text: '请问是哪天买的？' }),
  variants: [],
  bridge: null,
  tone: null,
  points: [],
  reactions: [],
  asks: null,
  cautions: [],
  note: null,
  because: { zh: '用户要退货', en: 'The caller wants a refund' },
  source: null,
  stack: [{ flow: 'refund', step: 'ask-date' }],
  finished: false,
  ...change,
})

/** A live call with nothing heard yet, with what the test says about it. */
export const callOf = (change: Partial<CallView> = {}): CallView => ({
  id: 'call-1',
  status: 'live',
  startedAt: 1_000_000,
  endedAt: null,
  agent: '李敏',
  agentId: 'demo-agent',
  team: 'demo-team-1',
  callerNumber: '138****2075',
  queue: '笔记本售后',
  scenario: null,
  lastHeardAt: null,
  utterances: [],
  guidance: guidanceOf(),
  warnings: { current: null, open: 0, repaired: 0, all: [] },
  cues: [],
  facts: [],
  suggestions: [],
  reminders: [],
  anger: [],
  heldSince: null,
  whisper: null,
  libraryVersion: '2026-11-20',
  notice: null,
  passed: [],
  ...change,
})
