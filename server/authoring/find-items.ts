import { flowTitle } from '../library/flow-title.ts'
import type { Library } from '../library/library.ts'
import { itemsOf, scorecardsWith } from '../library/scorecards.ts'
import type { FoundItem, ItemKind, Label } from '../protocol.ts'
import { factLabel } from './readable-text.ts'

/** Items that are listed at once. */
const mostFound = 60

/** Items whose id, title or words hold every word of the query, those with the wanted id first. `kind` null: of all kinds. */
export function findItems(library: Library, query: string, kind: ItemKind | null): readonly FoundItem[] {
  const wanted = query.trim().toLowerCase().split(/\s+/u)
  const rank = ({ id, title: { zh, en } }: FoundItem): number => (id === query.trim() ? 0 : `${id} ${zh} ${en}`.toLowerCase().includes(wanted.join(' ')) ? 1 : 2)
  return allItems(library)
    .filter(({ item, words }) => (kind === null || item.kind === kind) && wanted.every((word) => words().toLowerCase().includes(word)))
    .map(({ item }) => item)
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, mostFound)
}

interface Searchable {
  readonly item: FoundItem
  readonly words: () => string
}

function allItems(library: Library): readonly Searchable[] {
  const rules = library.ruleFiles.flatMap(({ category, en, rules: all }) =>
    all.map(({ id, name, say_instead: say, why, phrases = [], patterns = [] }): Searchable => ({
      item: { kind: 'rule', id, title: { zh: name, en: name }, within: { zh: category, en }, text: say },
      words: () => [id, name, category, en, say, why, ...phrases, ...patterns].join(' '),
    })),
  )
  const phrases = [...library.phrases.values()].map(({ ref, sentences, points }): Searchable => {
    const [file = '', key = ''] = ref.split('/')
    const texts = sentences.map(({ pieces }) => pieces.map((piece) => ('text' in piece ? piece.text : `〔${factLabel(piece.fact).zh}〕`)).join(''))
    const within = flowTitle(library, file)
    return {
      item: { kind: 'phrase', id: ref, title: points[0]?.label ?? plain(key), within, text: texts[0] ?? '' },
      words: () => [ref, within.zh, within.en, ...texts, ...sentences.map(({ en }) => en), ...points.flatMap(({ label }) => [label.zh, label.en])].join(' '),
    }
  })
  const cues = library.cues.map(({ id, label, hint, patterns }): Searchable => ({
    item: { kind: 'cue', id, title: label, within: null, text: hint.zh },
    words: () => [id, label.zh, label.en, hint.zh, hint.en, ...patterns].join(' '),
  }))
  const scenarios = [...library.scenarios.values()].map(({ id, title, goal, openings = [] }): Searchable => ({
    item: { kind: 'scenario', id, title, within: null, text: goal?.zh ?? '' },
    words: () => [id, title.zh, title.en, goal?.zh ?? '', ...openings].join(' '),
  }))
  const scorecards = scorecardsWith(library).map((card): Searchable => {
    const items = itemsOf(card)
    return {
      item: { kind: 'scorecard', id: card.id, title: card.title, within: null, text: items.map(({ label }) => label.zh).join(' · ') },
      words: () => [card.id, card.title.zh, card.title.en, ...items.flatMap(({ id, label, guide }) => [id, label.zh, label.en, guide.zh, guide.en])].join(' '),
    }
  })
  return [...rules, ...phrases, ...cues, ...scenarios, ...scorecards]
}

const plain = (text: string): Label => ({ zh: text, en: text })
