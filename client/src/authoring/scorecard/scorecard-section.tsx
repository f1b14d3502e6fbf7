import { Button, Popconfirm } from 'antd'
import type { Label, ScorecardParts } from '../../../../server/protocol.ts'
import { appWords } from '../../i18n/app-words.ts'
import { authoringWords } from '../../i18n/authoring-words.ts'
import { scorecardWords } from '../../i18n/scorecard-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { TextField } from '../form-fields.tsx'
import { type Fields, partAt, textAt } from '../item-value.ts'
import styles from './scorecard.module.css'
import { itemsIn, labelOf, sectionsOf, withItem, withItemMoved, withoutItem, withoutSection, withSection, withSectionMoved } from './scorecard-edits.ts'
import { ScorecardItem } from './scorecard-item.tsx'

/** The title of a card or a section, in both languages. */
export function Titles({ of, change, zh, en }: { readonly of: Fields; readonly change: (next: Fields) => void; readonly zh: Label; readonly en: Label }) {
  const set = (title: Fields): void => change({ ...of, title })
  return (
    <div className={styles['two']}>
      <TextField label={zh} at="zh" value={partAt(of, 'title')} change={set} />
      <TextField label={en} at="en" value={partAt(of, 'title')} change={set} />
    </div>
  )
}

interface Props {
  readonly card: Fields
  readonly section: Fields
  readonly at: number
  /** Ids of the items of the published card. */
  readonly known: ReadonlySet<string>
  readonly parts: ScorecardParts | undefined
  /** The id of the item that is open. */
  readonly open: string | null
  readonly setOpen: (id: string | null) => void
  readonly change: (card: Fields) => void
  readonly add: () => void
}

/** A section with its items. */
export function ScorecardSection({ card, section, at, known, parts, open, setOpen, change, add }: Props) {
  const t = useText()
  const name = t(labelOf(section, 'title'))
  const items = itemsIn(section)
  const last = at + 1 === sectionsOf(card).length
  return (
    <section className={styles['section']} aria-label={name}>
      <header>
        <Titles of={section} change={(next) => change(withSection(card, at, next))} zh={scorecardWords.section} en={scorecardWords.sectionEn} />
        <Button size="small" disabled={at === 0} aria-label={t(scorecardWords.up(name))} onClick={() => change(withSectionMoved(card, at, -1))}>↑</Button>
        <Button size="small" disabled={last} aria-label={t(scorecardWords.down(name))} onClick={() => change(withSectionMoved(card, at, 1))}>↓</Button>
        <Popconfirm title={t(scorecardWords.removeSectionAsk(items.length))} okText={t(authoringWords.removeOne)} cancelText={t(appWords.cancel)} onConfirm={() => change(withoutSection(card, at))}>
          <Button size="small" disabled={sectionsOf(card).length === 1} aria-label={t(scorecardWords.removeSection(name))}>✕</Button>
        </Popconfirm>
      </header>
      <ol>
        {items.map((item, index) => {
          const id = textAt(item, 'id')
          return (
            <ScorecardItem
              // The id of an item that is being written changes with every key.
              key={`${String(at)} ${String(index)}`}
              item={item}
              open={open === id}
              known={known.has(id)}
              parts={parts}
              change={(next) => {
                if (open === id) setOpen(textAt(next, 'id'))
                change(withItem(card, at, index, next))
              }}
              toggle={() => setOpen(open === id ? null : id)}
              up={at === 0 && index === 0 ? null : () => change(withItemMoved(card, at, index, -1))}
              down={last && index + 1 === items.length ? null : () => change(withItemMoved(card, at, index, 1))}
              remove={() => change(withoutItem(card, at, index))}
            />
          )
        })}
      </ol>
      <Button size="small" onClick={add}>＋ {t(scorecardWords.addItem)}</Button>
    </section>
  )
}
