import { interruptions } from '../../flows/conversation.ts'
import { reactionLabel, type CatalogueReaction } from '../../flows/reactions.ts'
import type { Label } from '../protocol.ts'
import type { Library } from './library.ts'

/** Words that belong to no flow of their own. */
const shared: Readonly<Record<string, Label>> = { common: { zh: '公用的句子', en: 'Shared sentences' }, interruptions: { zh: '随时插入', en: 'Interruptions' } }

/** What a flow, or a file of words, is called: the title of the scenario, or what sets the interruption off. */
export function flowTitle(library: Library, id: string): Label {
  const cause = (Object.keys(interruptions) as CatalogueReaction[]).find((reaction) => interruptions[reaction]?.flow === id)
  return library.scenarios.get(id)?.title ?? (cause === undefined ? (shared[id] ?? { zh: id, en: id }) : reactionLabel(cause))
}
