import { interruptions } from '../../flows/conversation.ts'
import { reactionLabel, type CatalogueReaction } from '../../flows/reactions.ts'
import type { Label } from '../protocol.ts'
import type { Library } from './library.ts'

/** What a flow is called: the title of the scenario, or what sets the interruption off. */
export function flowTitle(library: Library, id: string): Label {
  const cause = (Object.keys(interruptions) as CatalogueReaction[]).find((reaction) => interruptions[reaction]?.flow === id)
  return library.scenarios.get(id)?.title ?? (cause === undefined ? { zh: id, en: id } : reactionLabel(cause))
}
