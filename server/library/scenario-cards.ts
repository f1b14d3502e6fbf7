import { pinyin } from 'pinyin-pro'
import { families, type Family } from '../../flows/families.ts'
import type { ScenarioCard } from '../protocol.ts'
import type { Library } from './library.ts'
import { flowsOf } from './library-flows.ts'
import type { WordsFile } from './words.ts'

const isFamily = (id: string): id is Family => Object.hasOwn(families, id)

/** What the agent's search looks through: one card for each documented scenario, in the order of the registry. */
export function scenarioCards(library: Library): readonly ScenarioCard[] {
  const { scenarios } = library
  return flowsOf(library).scenarioIds.flatMap((id) => {
    const words = scenarios.get(id)
    return words ? [card(words)] : []
  })
}

function card({ id, family = '', title, goal = title, openings = [], phrases }: WordsFile): ScenarioCard {
  const syllables = pinyin(title.zh, { toneType: 'none', type: 'array', nonZh: 'removed' })
  return {
    id,
    family,
    familyLabel: isFamily(family) ? families[family] : { zh: family, en: family },
    title,
    goal,
    openings,
    phrases: Object.values(phrases).map(({ say }) => say),
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  }
}
