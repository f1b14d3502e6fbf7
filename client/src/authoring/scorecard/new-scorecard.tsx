import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { DraftItem, DraftView } from '../../../../server/protocol.ts'
import { getJson, send } from '../../connection/http.ts'
import { authoringWords } from '../../i18n/authoring-words.ts'
import { scorecardWords } from '../../i18n/scorecard-words.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from '../item-finder.module.css'
import { isFields } from '../item-value.ts'
import { draftPath, useItems, useKeepDraft, useStep } from '../use-authoring.ts'
import type { EditedItem } from '../use-item-edit.ts'

/** Begins a scorecard as a copy of another one. */
export function NewScorecard({ draft, choose }: { readonly draft: DraftView; readonly choose: (item: EditedItem) => void }) {
  const t = useText()
  const step = useStep()
  const keep = useKeepDraft()
  const { data: cards = [] } = useItems(draft.id, '', 'scorecard')
  const [id, setId] = useState('')
  const [copied, setCopied] = useState<string | null>(null)
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const of = copied ?? cards[0]?.id
  const fits = /^[a-z][a-z0-9-]*$/u.test(id) && cards.every((card) => card.id !== id)
  const ready = fits && of !== undefined && zh.trim() !== '' && en.trim() !== ''
  const begin = async (): Promise<void> => {
    const { value } = await getJson<DraftItem>(`${draftPath(draft.id)}/item?kind=scorecard&id=${of ?? ''}`)
    if (!isFields(value)) return
    keep(await send<DraftView>('PUT', `${draftPath(draft.id)}/item`, { kind: 'scorecard', id, value: { ...value, id, title: { zh: zh.trim(), en: en.trim() } }, category: null }))
    choose({ kind: 'scorecard', id, category: null })
  }
  const field = (value: string, set: (next: string) => void, name: string, wrong = false) => <Input value={value} maxLength={60} status={wrong ? 'error' : ''} placeholder={name} aria-label={name} onChange={({ target }) => set(target.value)} />
  return (
    <details className={styles['new']}>
      <summary>＋ {t(scorecardWords.another)}</summary>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (ready) void step(begin())
        }}
      >
        <Select<string> value={of ?? null} aria-label={t(scorecardWords.copyOf)} onChange={setCopied} options={cards.map((card) => ({ value: card.id, label: `${t(scorecardWords.copyOf)}：${t(card.title)}` }))} />
        {field(zh, setZh, t(scorecardWords.title))}
        {field(en, setEn, t(scorecardWords.titleEn))}
        {field(id, (next) => setId(next.trim()), t(scorecardWords.anotherId), id !== '' && !fits)}
        <Button type="primary" htmlType="submit" disabled={!ready}>{t(authoringWords.begin)}</Button>
      </form>
    </details>
  )
}
