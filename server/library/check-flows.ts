import type { FlowBook } from '../../flows/flow-book.ts'
import type { Flow } from '../../flows/dialogue.ts'
import { commonReactions } from '../../flows/reactions/common.ts'
import { interruptingReactions, interruptionReactions } from '../../flows/reactions/interrupting.ts'
import type { Brief } from './briefs.ts'
import { briefFaults, missingFigures } from './briefs.ts'
import type { Label } from '../protocol.ts'
import type { Library, PhraseEntry } from './library.ts'

/** Whether one of the patterns is heard in a sentence. */
export type Hears = (patterns: readonly string[], sentence: string) => boolean

const shown = (entry: PhraseEntry, index: number): string =>
  (entry.sentences[index]?.pieces ?? []).map((piece) => ('text' in piece ? piece.text : `{${piece.fact}}`)).join('')

const styles = { main: '原句', calmer: '更缓和的说法', shorter: '更短的说法' } as const

/** Key points that one of the phrase's own sentences would not tick. A placeholder may stand for a number. */
export function pointFaults(entry: PhraseEntry, hears: Hears): readonly Label[] {
  return entry.points.flatMap(({ label, patterns }) =>
    entry.sentences.flatMap(({ style }, index) => {
      const sentence = shown(entry, index)
      const filled = ['明天上午十点', '三百块', '三天'].map((value) => sentence.replaceAll(/\{[^{}]*\}/gu, value))
      return filled.some((each) => hears(patterns, each)) ? [] : [{ zh: `${entry.ref}：${styles[style]}没有说到要点“${label.zh}”`, en: `${entry.ref}: the ${style} sentence does not say "${label.zh}"` }]
    }),
  )
}

const spokenElsewhere = new Set([...Object.keys(commonReactions), ...Object.keys(interruptingReactions), ...Object.keys(interruptionReactions)])

function unspokenReactions(flow: Flow, library: Library): readonly Label[] {
  const used = Object.values(flow.definition.steps).flatMap((step) => ('on' in step ? Object.keys(step.on) : []))
  return [...new Set(used)]
    .filter((id) => !spokenElsewhere.has(id) && !library.reactions.has(id))
    .map((id) => ({ zh: `没有写用户会怎么说反应“${id}”；写在 reactions 下面`, en: `no caller wording is given for the reaction "${id}"; list it under reactions` }))
}

/** What is wrong with the words of one flow, and with how it tells its documented case; key points only of the phrases that `wanted` names. */
export function checkWords(flow: Flow, library: Library, brief: Brief | undefined, hears: Hears, wanted: (entry: PhraseEntry) => boolean = () => true): readonly Label[] {
  const { definition } = flow
  const refs = Object.values(definition.steps).flatMap((step) => (step.kind === 'say' || step.kind === 'ask' ? [step.phrase] : []))
  const entries = [...new Set(refs)].flatMap((ref) => library.phrases.get(ref) ?? [])
  const words = library.scenarios.get(definition.id)
  return [
    ...unspokenReactions(flow, library),
    ...entries.filter(({ points }) => points.length === 0).map(({ ref }) => ({ zh: `${ref}：没有要点（must_say）`, en: `${ref}: names no key point under must_say` })),
    ...entries.filter(wanted).flatMap((entry) => pointFaults(entry, hears)),
    ...(brief ? briefFaults(definition, brief) : []),
    ...(brief && !words ? [{ zh: '这种情况没有话术文件', en: 'the scenario has no words file' }] : []),
    ...(brief && words ? missingFigures(brief, words).map((figure) => ({ zh: `案例里的数 ${figure} 既不在政策里，也不在话术里`, en: `the figure ${figure} stands neither in the policy nor in the words` })) : []),
  ]
}

/** Briefs that have no flow yet, and flows without a brief. */
export function unmatched(flows: FlowBook, briefs: readonly Brief[]): readonly string[] {
  const ids = new Set(briefs.map(({ id }) => id))
  return [
    ...briefs.filter(({ id }) => flows.find(id) === undefined).map(({ id }) => `${id}: the documented case has no flow`),
    ...flows.scenarioIds.filter((id) => !ids.has(id)).map((id) => `${id}: there is no documented case`),
  ]
}
