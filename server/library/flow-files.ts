import { basename, dirname } from 'node:path'
import { flowFaults } from '../../flows/check.ts'
import { definitionFaults, lostSteps } from '../../flows/definition-faults.ts'
import type { FlowDefinition } from '../../flows/dialogue.ts'
import { families, type Family } from '../../flows/families.ts'
import { type FlowBook, flowBook, type OwnFlow } from '../../flows/flow-book.ts'
import type { FlowFault } from '../../flows/flow-fault.ts'
import { findFlow, scenarioFamilies } from '../../flows/index.ts'
import { interruptionFlows } from '../../flows/interruptions/family.ts'
import { silentCircles } from '../../flows/silent-circles.ts'
import type { Fault } from './fault.ts'
import type { WordsSource } from './library.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** The structure that a library brings along: the flows that are sound, the book that they make, and what is wrong with the others. */
export interface Structure {
  readonly own: readonly OwnFlow[]
  readonly book: FlowBook
  readonly faults: readonly Fault[]
}

/** Reads the files of `flows/`, each valid under its schema. */
export function readStructure(files: readonly YamlFile[], words: readonly WordsSource[]): Structure {
  const faults: Fault[] = []
  const sound: { readonly source: YamlFile; readonly flow: OwnFlow }[] = []
  for (const source of files) {
    const definition = source.value as FlowDefinition
    const found = [...misplaced(source, words), ...definitionFaults(definition).map(faultIn(source)), ...lostSteps(findFlow(definition.id)?.definition ?? definition, definition).map(faultIn(source))]
    faults.push(...found)
    if (found.length === 0) sound.push({ source, flow: { family: familyOf(source), definition } })
  }
  const own = sound.map(({ flow }) => flow)
  const book = flowBook(own)
  for (const { source, flow } of sound) {
    faults.push(...[...flowFaults(book.flow(flow.definition.id), (id) => book.find(id) !== undefined), ...silentCircles(book, flow.definition.id)].map(faultIn(source)))
  }
  return { own, book, faults: [...faults, ...labelFaults(sound.map(({ source }) => source))] }
}

/** The family that a file's folder names; null for the interruptions. */
function familyOf({ file }: YamlFile): Family | null {
  const folder = basename(dirname(file))
  return isFamily(folder) ? folder : null
}
const isFamily = (id: string): id is Family => Object.hasOwn(families, id)

/** The folder of `flows/` in which the file of a flow that comes with the program belongs; null for other flows. */
export function homeOf(id: string): string | null {
  if (interruptionFlows.some(({ definition }) => definition.id === id)) return 'interruptions'
  return Object.entries(scenarioFamilies).find(([, flows]) => flows.some(({ definition }) => definition.id === id))?.[0] ?? null
}

function misplaced({ file, value }: YamlFile, words: readonly WordsSource[]): readonly Fault[] {
  const { id } = value as FlowDefinition
  const fault = (message: string, zh: string): readonly Fault[] => [{ file, line: 1, message, zh }]
  if (id !== basename(file, '.json')) return fault(`the id "${id}" differs from the file's name; make them the same`, `编号“${id}”和文件名不一样；改成一样`)
  const folder = file.split('/').slice(1, -1).join('/')
  const home = homeOf(id) ?? words.find(({ words: each }) => each.id === id && each.family !== undefined)?.words.family
  if (home === undefined) return fault(`no words belong to the new scenario "${id}"; add scenarios/<family>/${id}.yaml`, `新情况“${id}”还没有话术；先加 scenarios/<类别>/${id}.yaml`)
  return home === folder ? [] : fault(`this flow belongs in flows/${home}/; move the file there`, `这个流程应放在 flows/${home}/；把文件移过去`)
}

const faultIn = (source: YamlFile) => ({ step, zh, en }: FlowFault): Fault => {
  const { id } = source.value as FlowDefinition
  return { file: source.file, line: lineOf(source, step === null ? [] : ['steps', step]), message: en, zh, at: { flow: id, step } }
}

/** A reaction that two flows bring along must be called the same in both. */
function labelFaults(files: readonly YamlFile[]): readonly Fault[] {
  const first = new Map<string, string>()
  return files.flatMap((source) =>
    Object.entries((source.value as FlowDefinition).reactions ?? {}).flatMap(([id, { zh, en }]): readonly Fault[] => {
      const known = first.get(id)
      first.set(id, known ?? `${zh} / ${en}`)
      if (known === undefined || known === `${zh} / ${en}`) return []
      return [{ file: source.file, line: lineOf(source, ['reactions', id]), message: `another flow calls the reaction "${id}" "${known}"; use the same label`, zh: `另一个流程把反应“${id}”叫作“${known}”；用同一个名称` }]
    }),
  )
}
