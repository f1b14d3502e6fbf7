import { Select } from 'antd'
import { useState } from 'react'
import type { DraftItem, DraftView } from '../../../../server/protocol.ts'
import { getJson, send } from '../../connection/http.ts'
import { scorecardWords } from '../../i18n/scorecard-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { isFields } from '../item-value.ts'
import { NewItem, NewItemText } from '../new-item.tsx'
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
  return (
    <NewItem title={t(scorecardWords.another)} ready={ready} begin={() => void step(begin())}>
      <Select<string> value={of ?? null} aria-label={t(scorecardWords.copyOf)} onChange={setCopied} options={cards.map((card) => ({ value: card.id, label: `${t(scorecardWords.copyOf)}：${t(card.title)}` }))} />
      <NewItemText name={t(scorecardWords.title)} most={60} value={zh} change={setZh} />
      <NewItemText name={t(scorecardWords.titleEn)} most={60} value={en} change={setEn} />
      <NewItemText name={t(scorecardWords.anotherId)} most={60} value={id} change={(next) => setId(next.trim())} wrong={id !== '' && !fits} />
    </NewItem>
  )
}
