import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { DraftView, ItemKind } from '../../../server/protocol.ts'
import { appWords } from '../i18n/app-words.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { CueForm } from './cue-form.tsx'
import styles from './item-form.module.css'
import { type Fields, isFields } from './item-value.ts'
import { PhraseForm } from './phrase-form.tsx'
import { RuleForm } from './rule-form.tsx'
import { ScenarioForm } from './scenario-form.tsx'
import { ScorecardForm } from './scorecard/scorecard-form.tsx'
import { useItem } from './use-authoring.ts'
import { type EditedItem, useItemEdit } from './use-item-edit.ts'

const forms = { rule: RuleForm, phrase: PhraseForm, cue: CueForm, scenario: ScenarioForm }
function Form({ draft, kind, value, before, change }: { readonly draft: string; readonly kind: ItemKind; readonly value: Fields; readonly before: Fields | null; readonly change: (next: Fields) => void }) {
  if (kind === 'scorecard') return <ScorecardForm draft={draft} value={value} before={before} change={change} />
  const Own = forms[kind]
  return <Own value={value} change={change} />
}
const emptyRule = (id: string): Fields => ({ id, name: '', severity: 'warn', why: '', say_instead: '' })

function OpenForm({ draft, item, initial, before }: { readonly draft: DraftView; readonly item: EditedItem; readonly initial: Fields | null; readonly before: Fields | null }) {
  const t = useText()
  const { value, state, change, save } = useItemEdit(draft.id, item, initial)
  // Fields keep half-written lines of their own; they begin anew when the whole item is replaced.
  const [generation, setGeneration] = useState(0)
  const replace = (next: Fields | null) => {
    change(next)
    setGeneration(generation + 1)
  }
  const writable = draft.may.change
  return (
    <form
      className={styles['form']}
      aria-label={item.id}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 's') {
          event.preventDefault()
          void save()
        }
      }}
    >
      <header>
        <h2>{t(authoringWords.kinds[item.kind])} <code>{item.id}</code></h2>
        <span role="status" data-state={state}>{t(state === 'saving' ? authoringWords.saving : state === 'saved' ? authoringWords.saved : authoringWords.unsaved)}</span>
        {writable && <Button htmlType="submit" disabled={state !== 'unsaved'}>{t(authoringWords.save)} <KeyCap of="Ctrl S" /></Button>}
      </header>
      {!writable && <p className={styles['only']}>{t(authoringWords.notOpen)}</p>}
      <fieldset key={generation} disabled={!writable}>
        {value === null ? <EmptyState title={t(authoringWords.removed)} /> : <Form draft={draft.id} kind={item.kind} value={value} before={before} change={change} />}
      </fieldset>
      {writable && (
        <footer>
          {before !== null && <Button onClick={() => replace(before)}>{t(authoringWords.restore)}</Button>}
          {value !== null && item.kind !== 'phrase' && item.kind !== 'scenario' && (
            <Popconfirm title={t(authoringWords.removeAsk)} okText={t(authoringWords.remove)} cancelText={t(appWords.cancel)} onConfirm={() => replace(null)}>
              <Button danger>{t(authoringWords.remove)}</Button>
            </Popconfirm>
          )}
        </footer>
      )}
    </form>
  )
}

/** The item that is being changed. */
export function ItemForm({ draft, item }: { readonly draft: DraftView; readonly item: EditedItem }) {
  const t = useText()
  const { data, isError } = useItem(draft.id, item.kind, item.id)
  if (isError && item.category !== null) return <OpenForm draft={draft} item={item} initial={emptyRule(item.id)} before={null} />
  if (isError) return <EmptyState title={t(authoringWords.nothingFound)} />
  if (!data) return <LoadingState label={t(appWords.loading)} lines={6} />
  return <OpenForm draft={draft} item={item} initial={isFields(data.value) ? data.value : null} before={isFields(data.before) ? data.before : null} />
}
