import { Button } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import type { DraftView } from '../../../server/protocol.ts'
import { appWords } from '../i18n/app-words.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { newestQuery } from '../state/newest-query.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { AuthoringFrame } from './authoring-frame.tsx'
import { BlastPanel } from './blast-panel.tsx'
import { ChangesView } from './changes-view.tsx'
import { DraftHead } from './draft-head.tsx'
import styles from './draft-page.module.css'
import { Faults } from './faults.tsx'
import { ItemFinder } from './item-finder.tsx'
import { ItemForm } from './item-form.tsx'
import { ReviewPanel } from './review-panel.tsx'
import { StructureTab } from './structure/structure-tab.tsx'
import { TestBox } from './test-box.tsx'
import { useDraft } from './use-authoring.ts'
import type { EditedItem } from './use-item-edit.ts'

const tabs = ['edit', 'structure', 'changes', 'blast', 'review'] as const
type Tab = (typeof tabs)[number]

function Edit({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const [parameters, setParameters] = useSearchParams()
  const kind = (['rule', 'phrase', 'cue', 'scenario', 'scorecard'] as const).find((each) => each === parameters.get('kind'))
  const id = parameters.get('item')
  const item: EditedItem | null = kind === undefined || id === null ? null : { kind, id, category: parameters.get('category') }
  const choose = (next: EditedItem) => setParameters({ kind: next.kind, item: next.id, ...(next.category !== null && { category: next.category }) })
  return (
    <div className={styles['edit']}>
      <ItemFinder draft={draft} chosen={item} choose={choose} />
      {item === null ? <EmptyState title={t(authoringWords.chooseItem)}>{t(authoringWords.chooseItemHelp)}</EmptyState> : <ItemForm key={`${item.kind} ${item.id}`} draft={draft} item={item} />}
      <aside>
        <Faults faults={draft.faults} />
        {kind !== 'scorecard' && <TestBox draft={draft} />}
      </aside>
    </div>
  )
}

/** A draft: change it, see what differs, try it on calls, have it approved and published. */
export function DraftPage() {
  const t = useText()
  const { draftId = '' } = useParams()
  const [parameters, setParameters] = useSearchParams()
  const tab: Tab = tabs.find((each) => each === parameters.get('tab')) ?? 'edit'
  const { data: draft, isError, refetch } = useDraft(draftId)
  const open = (next: Tab | undefined) => {
    if (next === undefined) return false
    setParameters(newestQuery({ tab: next }))
    return true
  }
  useKeys((press) => open(tabs[Number(plainKey(press)) - 1]))
  return (
    <AuthoringFrame>
      {isError && <EmptyState title={t(authoringWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!draft && !isError && <LoadingState label={t(appWords.loading)} lines={6} />}
      {draft && (
        <>
          <DraftHead draft={draft} />
          <div className={styles['tabs']} role="tablist">
            {tabs.map((each, place) => (
              <button key={each} type="button" role="tab" aria-selected={tab === each} onClick={() => open(each)}>
                <KeyCap of={String(place + 1)} /> {t(authoringWords.tabs[each])}
                {each === 'changes' && draft.changes.length > 0 && <small>{draft.changes.length}</small>}
                {each === 'review' && draft.status === 'review' && <small>!</small>}
              </button>
            ))}
          </div>
          {tab === 'edit' && <Edit draft={draft} />}
          {tab === 'structure' && <StructureTab draft={draft} />}
          {tab === 'changes' && <ChangesView draft={draft} />}
          {tab === 'blast' && <BlastPanel draft={draft} />}
          {tab === 'review' && <ReviewPanel draft={draft} />}
        </>
      )}
    </AuthoringFrame>
  )
}
