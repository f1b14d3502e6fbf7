import { useState } from 'react'
import type { DraftItem, DraftView } from '../../../server/protocol.ts'
import { getJson, send } from '../connection/http.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { NewItem, NewItemText } from './new-item.tsx'
import { draftPath, useKeepDraft, useStep } from './use-authoring.ts'
import type { EditedItem } from './use-item-edit.ts'

/** Begins a cue: its name and id; one that is there already is opened instead. */
export function NewCue({ draft, choose }: { readonly draft: DraftView; readonly choose: (item: EditedItem) => void }) {
  const t = useText()
  const step = useStep()
  const keep = useKeepDraft()
  const [id, setId] = useState('')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const fits = /^[a-z]+(_[a-z]+)*$/u.test(id)
  const ready = fits && zh.trim() !== '' && en.trim() !== ''
  const begin = async (): Promise<void> => {
    const path = `${draftPath(draft.id)}/item`
    const known = await getJson<DraftItem>(`${path}?kind=cue&id=${id}`).then(({ value }) => value !== null, () => false)
    const value = { id, label: { zh: zh.trim(), en: en.trim() }, hint: { zh: '', en: '' }, patterns: [], examples: [] }
    if (!known) keep(await send<DraftView>('PUT', path, { kind: 'cue', id, value, category: null }))
    choose({ kind: 'cue', id, category: null })
  }
  return (
    <NewItem title={t(authoringWords.newCue)} ready={ready} begin={() => void step(begin())}>
      <NewItemText name={t(authoringWords.field.label)} most={40} value={zh} change={setZh} />
      <NewItemText name={t(authoringWords.field.labelEn)} most={40} value={en} change={setEn} />
      <NewItemText name={t(authoringWords.newCueId)} most={40} value={id} change={(next) => setId(next.trim())} wrong={id !== '' && !fits} />
    </NewItem>
  )
}
