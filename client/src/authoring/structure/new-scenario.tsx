import { useState } from 'react'
import type { DraftView } from '../../../../server/protocol.ts'
import { post } from '../../connection/http.ts'
import { authoringWords } from '../../i18n/authoring-words.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { NewItem, NewItemText } from '../new-item.tsx'
import { draftPath, useKeepDraft, useStep } from '../use-authoring.ts'
import { Choice } from './selects.tsx'
import styles from './structure.module.css'

interface Props {
  readonly draft: DraftView
  /** Scenarios that it can be a copy of, and the one to begin with. */
  readonly scenarios: readonly { readonly value: string; readonly label: string; readonly detail?: string }[]
  readonly suggested: string | null
  readonly open: (id: string) => void
}

/** Begins a scenario as a copy of another one. */
export function NewScenario({ draft, scenarios, suggested, open }: Props) {
  const t = useText()
  const step = useStep()
  const keep = useKeepDraft()
  const [copied, setCopied] = useState<string | null>(null)
  const [id, setId] = useState('')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const from = copied ?? suggested
  const fits = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id)
  const ready = fits && from !== null && zh.trim() !== '' && en.trim() !== ''
  const begin = async (): Promise<void> => {
    keep(await post<DraftView>(`${draftPath(draft.id)}/scenarios`, { id, from, title: { zh: zh.trim(), en: en.trim() } }))
    open(id)
  }
  return (
    <NewItem title={t(structureWords.newScenario)} ready={ready} begin={() => void step(begin())}>
      <p className={styles['hint']}>{t(structureWords.newScenarioHelp)}</p>
      <Choice name={t(structureWords.copyOf)} value={from} onChange={setCopied} options={scenarios} />
      <NewItemText name={t(authoringWords.field.title)} most={60} value={zh} change={setZh} />
      <NewItemText name={t(structureWords.titleEn)} most={60} value={en} change={setEn} />
      <NewItemText name={t(structureWords.scenarioId)} most={60} value={id} change={(next) => setId(next.trim())} wrong={id !== '' && !fits} />
    </NewItem>
  )
}
