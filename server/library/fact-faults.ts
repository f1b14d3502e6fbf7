import { factDefinition, isFactId } from '../../flows/facts.ts'
import { compileFacts, type FactsFile, type FactWords } from '../wording/fact-words.ts'
import type { Label } from '../protocol.ts'
import type { WordSets } from '../wording/pattern.ts'
import { WordingError } from '../wording/wording-error.ts'
import type { Fault } from './fault.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** How facts are heard against the facts there are: unknown facts and options, fields that do not fit the kind, faulty patterns. */
export function factFaults(files: readonly YamlFile[], sets: WordSets): readonly Fault[] {
  return files.flatMap((source) => {
    const { no_answer, facts } = source.value as FactsFile
    const general = patternFault({}, no_answer, sets).map(({ zh, en }) => ({ file: source.file, line: lineOf(source, ['no_answer']), message: en, zh }))
    const own = Object.entries(facts).flatMap(([id, words]) =>
      [...strangers(id, words), ...patternFault({ [id]: words }, [], sets)].map(({ zh, en }) => ({ file: source.file, line: lineOf(source, ['facts', id]), message: `${id}: ${en}`, zh: `${id}：${zh}` })),
    )
    return [...general, ...own]
  })
}

function strangers(id: string, { options = {}, plain = {}, takes, said, after }: FactWords): readonly Label[] {
  if (!isFactId(id)) return [{ zh: '没有这项信息；改正名字', en: 'there is no such fact in flows/facts; correct its name' }]
  const definition = factDefinition(id)
  const text = definition.kind === 'text'
  const known = definition.kind === 'choice' ? Object.keys(definition.options) : definition.kind === 'yes-no' ? ['yes', 'no'] : []
  const strange = [...Object.keys(options), ...Object.keys(plain)].filter((option) => !known.includes(option))
  return [
    ...strange.map((option) => ({ zh: `没有“${option}”这个选项；有 ${known.join('、') || '（这类信息没有选项）'}`, en: `there is no option "${option}"; there are ${known.join(', ') || 'none for a fact of this kind'}` })),
    ...(!text && (takes !== undefined || said !== undefined || after !== undefined) ? [{ zh: 'takes、said、after 只用于文字类信息；用 options 或 plain', en: 'takes, said and after are for texts only; use options or plain' }] : []),
  ]
}

function patternFault(facts: Readonly<Record<string, FactWords>>, noAnswer: readonly string[], sets: WordSets): readonly Label[] {
  try {
    compileFacts({ no_answer: noAnswer, facts }, sets)
    return []
  } catch (error) {
    if (error instanceof WordingError) return [{ zh: error.zh, en: error.message }]
    throw error
  }
}
