import { load } from 'js-yaml'
import type { FlowDefinition } from '../../flows/dialogue.ts'
import type { WordsFile } from '../library/words.ts'
import type { Label } from '../protocol.ts'
import type { LibraryFile } from './version-files.ts'
import { blockText } from './yaml-text.ts'

/** A scenario that is to begin as a copy. */
export interface NewScenario {
  readonly id: string
  readonly title: Label
  /** The scenario that is copied. */
  readonly from: string
}

/**
 * The files of a new scenario: the steps and sentences of another one under its own id. What finds the other one (its openings) and what it goes back to
 * (its source, the note of today) is left out.
 */
export function scenarioCopy({ id, title, from }: NewScenario, definition: FlowDefinition, { path, text }: LibraryFile): readonly LibraryFile[] {
  const { family = '', goal, cautions, phrases, reactions } = load(text) as WordsFile
  const own = (ref: string): string => (ref.startsWith(`${from}/`) ? `${id}/${ref.slice(from.length + 1)}` : ref)
  const { renamed: _renamed, ...structure } = definition
  const steps = Object.fromEntries(Object.entries(definition.steps).map(([name, step]) => [name, 'phrase' in step ? { ...step, phrase: own(step.phrase) } : step]))
  const spoken = new Set(Object.values(steps).flatMap((step) => ('phrase' in step ? [step.phrase] : [])))
  const words = { id, family, title, goal, cautions, phrases: Object.fromEntries(Object.entries(phrases).filter(([key]) => spoken.has(`${id}/${key}`))), reactions }
  return [
    { path: path.replace(/[^/]+\.yaml$/u, `${id}.yaml`), text: blockText(words, 0) },
    { path: `flows/${family}/${id}.json`, text: `${JSON.stringify({ ...structure, id, steps }, null, 2)}\n` },
  ]
}
