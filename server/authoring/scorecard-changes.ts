import { itemsOf, type Scorecard, type ScorecardItem } from '../library/scorecards.ts'
import type { Label } from '../protocol.ts'
import type { FieldChange, LibraryChange } from './library-changes.ts'

/** What an item counts as when nothing is said of it. */
const usual = { weight: 0, auto_fail: false, may_not_apply: false }
const aspects = ['section', 'label', 'guide', 'weight', 'auto_fail', 'may_not_apply', 'prefill'] as const

/**
 * What differs between two sets of scorecards: a field for each of `title`, `pass_score`, the titles of the `sections` and the `order` of the items that
 * both have, for each aspect of an item (`item › aspect`), and for each item that was added or removed (`item`).
 */
export function scorecardChanges(before: readonly Scorecard[], after: readonly Scorecard[]): readonly LibraryChange[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  return ids.flatMap((id): readonly LibraryChange[] => {
    const [was, is] = [before, after].map((cards) => cards.find((card) => card.id === id))
    const fields = fieldsOf(was, is)
    if (!was || !is) return [{ kind: 'scorecard', id, change: is ? 'added' : 'removed', fields }]
    return fields.length === 0 ? [] : [{ kind: 'scorecard', id, change: 'changed', fields }]
  })
}

function fieldsOf(was: Scorecard | undefined, is: Scorecard | undefined): readonly FieldChange[] {
  const itemIds = [...new Set([was, is].flatMap((card) => (card ? itemsOf(card).map(({ id }) => id) : [])))]
  return [
    ...field('title', was?.title, is?.title),
    ...field('pass_score', was?.pass_score, is?.pass_score),
    ...field('sections', was && titles(was), is && titles(is)),
    ...(was && is ? field('order', order(was, is), order(is, was)) : []),
    ...(was && is ? itemIds.flatMap((id) => itemFields(id, itemIn(was, id), itemIn(is, id))) : field('items', was && itemsOf(was), is && itemsOf(is))),
  ]
}

/** An item with the section that it stands in. */
type PlacedItem = ScorecardItem & { readonly section: Label }
const itemIn = (card: Scorecard, id: string): PlacedItem | undefined => card.sections.flatMap(({ title, items }) => items.flatMap((item) => (item.id === id ? [{ ...item, section: title }] : [])))[0]
const titles = ({ sections }: Scorecard): readonly Label[] => sections.map(({ title }) => title)
/** The ids of the items that the other card has as well, in the order of this one. */
const order = (card: Scorecard, other: Scorecard): readonly string[] => itemsOf(card).flatMap(({ id }) => (itemIn(other, id) ? [id] : []))

function itemFields(id: string, was: PlacedItem | undefined, is: PlacedItem | undefined): readonly FieldChange[] {
  if (!was || !is) return [{ field: id, before: was, after: is }]
  return aspects.flatMap((aspect) => field(`${id} › ${aspect}`, { ...usual, ...was }[aspect], { ...usual, ...is }[aspect]))
}

const field = (name: string, before: unknown, after: unknown): readonly FieldChange[] => (JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field: name, before, after }])
