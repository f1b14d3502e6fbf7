import { Input, Segmented } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { DraftView, FoundItem, ItemKind } from '../../../server/protocol.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './item-finder.module.css'
import { NewCue } from './new-cue.tsx'
import { NewRule } from './new-rule.tsx'
import { NewScorecard } from './scorecard/new-scorecard.tsx'
import { useItems } from './use-authoring.ts'
import type { EditedItem } from './use-item-edit.ts'

type Wanted = ItemKind | 'all'
const wanted: readonly Wanted[] = ['all', 'rule', 'phrase', 'cue', 'scenario', 'scorecard']
const isItemKind = (kind: string): kind is ItemKind => kind === 'rule' || kind === 'phrase' || kind === 'cue' || kind === 'scorecard' || kind === 'scenario'

interface Props {
  readonly draft: DraftView
  readonly chosen: EditedItem | null
  readonly choose: (item: EditedItem) => void
}

function Found({ item: { kind, id, title, within, text }, chosen, choose }: { readonly item: FoundItem } & Omit<Props, 'draft'>) {
  const t = useText()
  return (
    <li>
      <button type="button" aria-pressed={chosen?.id === id && chosen.kind === kind} onClick={() => choose({ kind, id, category: null })}>
        <small>{t(authoringWords.kinds[kind])}{within && ` · ${t(within)}`}</small>
        <strong>{t(title)} <code>{id}</code></strong>
        <span>{text}</span>
      </button>
    </li>
  )
}

/** Finds what is to be changed; what this draft has changed already stands first. */
export function ItemFinder({ draft, chosen, choose }: Props) {
  const t = useText()
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<Wanted>('all')
  const asked = useDeferredValue(query.trim())
  const { data: found } = useItems(draft.id, asked, kind === 'all' ? null : kind)
  const changed = draft.changes.flatMap(({ kind: each, id, change, title }) => (isItemKind(each) ? [{ kind: each, id, change, title }] : []))
  return (
    <nav className={styles['finder']} aria-label={t(authoringWords.find)}>
      <Input autoFocus allowClear value={query} maxLength={80} placeholder={t(authoringWords.find)} aria-label={t(authoringWords.find)} onChange={({ target }) => setQuery(target.value)} />
      <Segmented<Wanted> block size="small" value={kind} onChange={setKind} options={wanted.map((value) => ({ value, label: t(value === 'all' ? authoringWords.all : authoringWords.kinds[value]) }))} />
      {draft.may.change && kind !== 'scorecard' && kind !== 'cue' && <NewRule choose={choose} />}
      {draft.may.change && (kind === 'cue' || kind === 'all') && <NewCue draft={draft} choose={choose} />}
      {draft.may.change && (kind === 'scorecard' || kind === 'all') && <NewScorecard draft={draft} choose={choose} />}
      {changed.length > 0 && query === '' && (
        <>
          <h3>{t(authoringWords.changed)}</h3>
          <ul>
            {changed.map((each) => (
              <li key={`${each.kind} ${each.id}`}>
                <button type="button" aria-pressed={chosen?.id === each.id && chosen.kind === each.kind} onClick={() => choose({ kind: each.kind, id: each.id, category: null })}>
                  <strong><i data-change={each.change}>{t(authoringWords.kindOfChange[each.change])}</i> {t(authoringWords.kinds[each.kind])} {t(each.title)} <code>{each.id}</code></strong>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {found?.length === 0 && <p>{t(authoringWords.nothingFound)}</p>}
      <ul className={styles['found']}>{found?.map((item) => <Found key={`${item.kind} ${item.id}`} item={item} chosen={chosen} choose={choose} />)}</ul>
    </nav>
  )
}
