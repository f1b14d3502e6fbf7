import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { programFlows } from '../../flows/flow-book.ts'
import type { Reaction } from '../../flows/reactions.ts'
import type { CueHit, LiveEngine, PhraseEntry, ReactionHit } from '../../server/live/ports.ts'
import { compileConventions, type ConventionsFile } from '../../server/wording/conventions.ts'
import type { Finding } from '../../server/wording/rule-types.ts'
import { wordSets } from '../wording/library.ts'

/** The words that make the key point of each phrase; elsewhere the phrase's own key does. */
const pointWords: Readonly<Record<string, string>> = {
  'hotline-opening/answer-fast': '您好',
  'hotline-opening/greet': '为您服务',
  'hotline-opening/invite': '请讲',
  'repeated-repairs-wants-replacement/apologize-and-empathize': '对不起',
  'repeated-repairs-wants-replacement/commit-responsibility': '负责到底',
}
const reactionWords: Readonly<Record<string, Reaction>> = { 好的: 'caller accepts', 不行: 'caller insists', 小毛病: 'caller fed up with small faults' }
const cueWords: readonly Pick<CueHit, 'id' | 'match' | 'anger' | 'reaction'>[] = [
  { id: 'angry', match: '气死我了', anger: 0.6, reaction: 'caller angry' },
  { id: 'supervisor', match: '找你们主管', anger: 0, reaction: 'caller asks for a supervisor' },
  { id: 'smoke', match: '冒烟', anger: 0, reaction: 'smoke or electric shock' },
]
const forbidden = '不归我管'
const repair = '我来处理'
const label = (text: string) => ({ zh: text, en: text })

const conventionsFile = parse(readFileSync(new URL('../../scripts-library/conventions.yaml', import.meta.url), 'utf8')) as ConventionsFile
const conventions = compileConventions(conventionsFile.conventions, wordSets.sets)

function spans<T>(text: string, words: string, make: (start: number, end: number) => T): readonly T[] {
  const start = text.indexOf(words)
  return start < 0 ? [] : [make(start, start + words.length)]
}

function phrase(ref: string): PhraseEntry {
  const [file = '', key = ''] = ref.split('/')
  const asks = key === 'confirm-report' ? [{ fact: 'callbackTime' }] : []
  return {
    sentences: [{ style: 'main', pieces: [{ text: `${file}：${key}` }, ...asks], en: key }],
    points: [{ id: `${ref}#0`, label: label(key) }],
    tone: null,
  }
}

function reactionIn(text: string, possible: readonly Reaction[]): ReactionHit | null {
  const found = Object.entries(reactionWords).find(([words, reaction]) => text.includes(words) && possible.includes(reaction))
  return found ? { match: found[0], reaction: found[1], certain: !text.includes('吧') } : null
}

/** A library of a few words, for tests of everything around it. */
export const fakeEngine: LiveEngine = {
  version: 'fake-1',
  flows: programFlows,
  dispositions: [{ id: 'solved', label: label('已解决'), outcomes: ['closed'] }],
  checkTurn: (text) =>
    spans(text, forbidden, (start, end): Finding => ({
      rule: 'not-mine', category: 'shirking', severity: 'block', match: forbidden, start, end, why: '推责', sayInstead: repair, basis: 'phrase', evidence: [forbidden],
    })),
  repairs: (_rule, text) => text.includes(repair),
  cues: (text) => cueWords.flatMap((cue) => spans(text, cue.match, (start, end) => ({ ...cue, start, end, label: label(cue.id), hint: label(cue.id) }))),
  anger: (level, hits) => Math.max(level / 2, ...hits.map(({ anger }) => anger)),
  reactions: reactionIn,
  findings: reactionIn,
  points: (ref, text) => spans(text, pointWords[ref] ?? ref.split('/')[1] ?? ref, (start, end) => ({ point: `${ref}#0`, start, end })),
  facts: (text) => {
    const count = /修了(\d)次/u.exec(text)
    return count ? [{ fact: 'repairCount', value: Number(count[1]), start: count.index, end: count.index + count[0].length }] : []
  },
  conventions: conventions.definitions,
  hearConventions: conventions.hear,
  suggest: (turns) =>
    turns.some((turn) => turn.includes('修了'))
      ? [{ scenario: 'repeated-repairs-wants-replacement', title: label('修过好几回又坏了'), score: 1, words: ['修了'] }]
      : [],
  phrase,
  flowInfo: (flow) => ({ title: label(flow), cautions: [], note: null, source: null }),
}
