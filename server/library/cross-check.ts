import type { FlowBook } from '../../flows/flow-book.ts'
import type { Label } from '../protocol.ts'
import type { Fault } from './fault.ts'
import type { WordsSource } from './library.ts'
import { patternFault } from './pattern-hearing.ts'
import { unknownPlaceholders } from './placeholders.ts'
import type { CueFile, DispositionsFile, Phrase, ReactionsFile } from './words.ts'
import { dayOf } from './validity.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** What is held against the flows and against each other. */
export interface Checked {
  readonly flows: FlowBook
  /** Ids of flows whose own file is at fault: what their words lack or have too much follows from that, and is not said as well. */
  readonly unsound: ReadonlySet<string>
  readonly words: readonly WordsSource[]
  readonly cues: readonly YamlFile[]
  readonly dispositions: readonly YamlFile[]
  readonly shared: readonly YamlFile[]
}

/** Phrases that the conversation itself speaks, not a step. */
export const spokenByConversation: readonly string[] = ['common/resume-bridge']

/** Words against flows: phrases missing or unused, unknown placeholders, reactions, scenarios and outcomes, ids used twice. */
export function crossCheck({ flows, unsound, words, cues, dispositions, shared }: Checked): readonly Fault[] {
  const judged = words.filter((source) => !unsound.has(source.words.id))
  return [
    ...duplicates(words),
    ...missing(flows, words, unsound),
    ...judged.flatMap(unused(flows)),
    ...words.flatMap(placeholders),
    ...words.flatMap(faultyPatterns),
    ...words.flatMap(faultyDates),
    ...[...judged, ...shared].flatMap((source) => unknownReactions(flows, source)),
    ...judged.flatMap((source) => orphaned(flows, source)),
    ...cues.flatMap((source) => cueTargets(flows, unsound, source)),
    ...dispositions.flatMap((source) => outcomes(flows, source)),
  ]
}

const fault = (source: YamlFile, path: readonly (string | number)[], message: string, zh: string): Fault => ({
  file: source.file,
  line: lineOf(source, path),
  message,
  zh,
})

function duplicates(words: readonly WordsSource[]): readonly Fault[] {
  const first = new Map<string, string>()
  return words.flatMap((source) => {
    const before = first.get(source.words.id)
    first.set(source.words.id, source.file)
    return before === undefined ? [] : [fault(source, ['id'], `the id "${source.words.id}" is already used by ${before}; choose another`, `编号“${source.words.id}”已经用在 ${before}；换一个`)]
  })
}

function phrasesUsed(flows: FlowBook): ReadonlyMap<string, Label> {
  const used = new Map<string, Label>()
  for (const { definition } of flows.all) {
    for (const [id, step] of Object.entries(definition.steps)) {
      if (step.kind === 'say' || step.kind === 'ask') used.set(step.phrase, { zh: `${definition.id} 的步骤“${id}”`, en: `${definition.id}, step ${id}` })
    }
  }
  for (const ref of spokenByConversation) used.set(ref, { zh: '通话本身', en: 'the conversation' })
  return used
}

function missing(flows: FlowBook, words: readonly WordsSource[], unsound: ReadonlySet<string>): readonly Fault[] {
  const present = new Set(words.flatMap(({ words: each }) => Object.keys(each.phrases).map((key) => `${each.id}/${key}`)))
  return [...phrasesUsed(flows)]
    .filter(([ref]) => !present.has(ref) && !unsound.has(ref.split('/')[0] ?? ''))
    .map(([ref, user]) => {
      const [file = '', key = ''] = ref.split('/')
      const home = words.find(({ words: each }) => each.id === file)?.file ?? `${file}.yaml`
      return { file: home, line: 1, message: `the phrase "${key}" is missing (spoken by ${user.en}); add it under phrases`, zh: `缺句子“${key}”（${user.zh}要说）；写在 phrases 下面` }
    })
}

function unused(flows: FlowBook): (source: WordsSource) => readonly Fault[] {
  const used = phrasesUsed(flows)
  return (source) =>
    Object.keys(source.words.phrases)
      .filter((key) => !used.has(`${source.words.id}/${key}`))
      .map((key) => fault(source, ['phrases', key], `no step speaks the phrase "${key}"; remove it or name it in the flow`, `没有步骤说“${key}”这一句；删掉，或让某一步说它`))
}

function placeholders(source: WordsSource): readonly Fault[] {
  const of = (key: string, { say, en, variants }: Phrase): readonly Fault[] =>
    [say, en, ...variants.flatMap((variant) => [variant.say, variant.en])]
      .flatMap(unknownPlaceholders)
      .map((name) => fault(source, ['phrases', key], `the placeholder {${name}} is no fact and no policy figure; correct its name`, `占位符 {${name}} 既不是信息也不是政策里的数；改正名字`))
  return Object.entries(source.words.phrases).flatMap(([key, phrase]) => of(key, phrase))
}

function faultyPatterns(source: WordsSource): readonly Fault[] {
  return Object.entries(source.words.phrases).flatMap(([key, { must_say }]) =>
    must_say.flatMap(({ any: patterns }, index) =>
      patterns.flatMap((pattern) => {
        const message = patternFault(pattern)
        return message === null ? [] : [fault(source, ['phrases', key, 'must_say', index], message.en, message.zh)]
      }),
    ),
  )
}

/** Every phrase has something to say on every day; dates are dates. */
function faultyDates(source: WordsSource): readonly Fault[] {
  return Object.entries(source.words.phrases).flatMap(([key, phrase]) => {
    const all = [phrase, ...phrase.variants]
    const given = all.flatMap(({ valid }) => (valid ? [valid] : []))
    const dates = given.flatMap(({ from, until }) => [from, until]).filter((date) => date !== undefined)
    return [
      ...dates.filter((date) => dayOf(date) === null).map((date) => fault(source, ['phrases', key, 'valid'], `phrase ${key}: "${date}" is no date; write e.g. 2026-01-31`, `句子 ${key}：“${date}”不是日期；例如写 2026-01-31`)),
      ...given.filter(({ from, until }) => from !== undefined && until !== undefined && until < from).map(({ from = '', until = '' }) => fault(source, ['phrases', key, 'valid'], `phrase ${key}: ${until} is before ${from}; the sentence would never be said`, `句子 ${key}：${until} 早于 ${from}；这句永远不会说`)),
      ...(given.length === all.length ? [fault(source, ['phrases', key], `phrase ${key}: every sentence holds for a time only; leave one without dates, so that there is always something to say`, `句子 ${key}：每句都有期限；留一句不写日期的，好总有话说`)] : []),
    ]
  })
}

function unknownReactions(flows: FlowBook, source: YamlFile): readonly Fault[] {
  return Object.keys((source.value as Partial<ReactionsFile>).reactions ?? {})
    .filter((id) => !flows.isReaction(id))
    .map((id) => fault(source, ['reactions', id], `there is no reaction "${id}"; correct its name or add it to flows/reactions`, `没有反应“${id}”；改正名字，或在流程里新写这种反应`))
}

function orphaned(flows: FlowBook, source: WordsSource): readonly Fault[] {
  const { id, family } = source.words
  if (family === undefined || flows.find(id) !== undefined) return []
  return [fault(source, ['id'], `no flow is registered as "${id}"; add the flow or remove the file`, `没有叫“${id}”的流程；加上流程，或删掉文件`)]
}

function cueTargets(flows: FlowBook, unsound: ReadonlySet<string>, source: YamlFile): readonly Fault[] {
  const { scenario, reaction } = source.value as CueFile
  const faults: Fault[] = []
  if (scenario !== undefined && !flows.scenarioIds.includes(scenario) && !unsound.has(scenario)) {
    faults.push(fault(source, ['scenario'], `there is no scenario "${scenario}"`, `没有情况“${scenario}”`))
  }
  if (reaction !== undefined && !flows.isReaction(reaction)) faults.push(fault(source, ['reaction'], `there is no reaction "${reaction}"`, `没有反应“${reaction}”`))
  return faults
}

function outcomes(flows: FlowBook, source: YamlFile): readonly Fault[] {
  const known = new Set(
    flows.all.flatMap(({ definition }) => Object.values(definition.steps).flatMap((step) => (step.kind === 'end' ? [step.outcome] : []))),
  )
  const listed = new Set((source.value as DispositionsFile).dispositions.flatMap((each) => each.outcomes))
  const unlisted = [...known].filter((outcome) => outcome !== 'resume' && !listed.has(outcome))
  return unlisted.map((outcome) => fault(source, ['dispositions'], `no disposition lists the outcome "${outcome}"; add it to one`, `没有哪种处理结果列着结局“${outcome}”；加到其中一种`))
}
