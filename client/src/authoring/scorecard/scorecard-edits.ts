import { type Fields, partAt, partsAt, textAt, withPart } from '../item-value.ts'

/** Changes of a scorecard as the YAML holds it, each giving a new one; nothing is checked here, the server does that. */

export const sectionsOf = (card: Fields): readonly Fields[] => partsAt(card, 'sections')
export const itemsIn = (section: Fields): readonly Fields[] => partsAt(section, 'items')
export const itemIds = (card: Fields): readonly string[] => sectionsOf(card).flatMap((section) => itemsIn(section).map((item) => textAt(item, 'id')))
export const weightOf = (item: Fields): number => (typeof item['weight'] === 'number' ? item['weight'] : 0)
/** What the weights of all items add up to, free of the dust of binary fractions. */
export const totalWeight = (card: Fields): number => Math.round(sectionsOf(card).flatMap(itemsIn).reduce((sum, item) => sum + weightOf(item), 0) * 1e6) / 1e6
export const labelOf = (fields: Fields, key: 'label' | 'title') => ({ zh: textAt(partAt(fields, key), 'zh'), en: textAt(partAt(fields, key), 'en') })

const withSections = (card: Fields, sections: readonly Fields[]): Fields => ({ ...card, sections })
const withItems = (section: Fields, items: readonly Fields[]): Fields => ({ ...section, items })
export const withSection = (card: Fields, at: number, section: Fields): Fields => withPart(card, 'sections', at, section)
export const withItem = (card: Fields, at: number, index: number, item: Fields): Fields => withSection(card, at, withPart(sectionsOf(card)[at] ?? {}, 'items', index, item))

/** An item that is still to be written, under an id that the card does not have. */
export function emptyItem(card: Fields): Fields {
  const taken = new Set(itemIds(card))
  let number = taken.size + 1
  while (taken.has(`item-${String(number)}`)) number += 1
  return { id: `item-${String(number)}`, label: { zh: '', en: '' }, guide: { zh: '', en: '' }, weight: 5 }
}

export const withNewItem = (card: Fields, at: number, item: Fields): Fields => withSections(card, sectionsOf(card).map((section, each) => (each === at ? withItems(section, [...itemsIn(section), item]) : section)))
export const withNewSection = (card: Fields, item: Fields): Fields => withSections(card, [...sectionsOf(card), { title: { zh: '', en: '' }, items: [item] }])
export const withoutSection = (card: Fields, at: number): Fields => withSections(card, sectionsOf(card).filter((_, each) => each !== at))
export const withoutItem = (card: Fields, at: number, index: number): Fields => withSections(card, sectionsOf(card).map((section, each) => (each === at ? withItems(section, itemsIn(section).filter((_, item) => item !== index)) : section)))

function swapped(list: readonly Fields[], one: number, other: number): readonly Fields[] {
  const [first, second] = [list[one], list[other]]
  return first && second ? list.with(one, second).with(other, first) : list
}
export const withSectionMoved = (card: Fields, at: number, by: -1 | 1): Fields => withSections(card, swapped(sectionsOf(card), at, at + by))

/** An item one place up or down; from the edge of its section it goes into the next one. */
export function withItemMoved(card: Fields, at: number, index: number, by: -1 | 1): Fields {
  const sections = sectionsOf(card)
  const items = itemsIn(sections[at] ?? {})
  const item = items[index]
  if (item === undefined) return card
  if (index + by >= 0 && index + by < items.length) return withSection(card, at, withItems(sections[at] ?? {}, swapped(items, index, index + by)))
  const next = sections[at + by]
  if (next === undefined) return card
  const moved = withItems(next, by < 0 ? [...itemsIn(next), item] : [item, ...itemsIn(next)])
  return withSection(withoutItem(card, at, index), at + by, moved)
}
