import { Button, Popconfirm } from 'antd'
import { useNavigate } from 'react-router'
import type { DraftView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './draft-page.module.css'
import { draftPath, useMoment, useStep } from './use-authoring.ts'

/** What the draft is, where it stands, and the step that leads it on. */
export function DraftHead({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const moment = useMoment()
  const navigate = useNavigate()
  const step = useStep()
  const lead = (name: 'submit' | 'take-back' | 'update' | 'discard') => step(post(`${draftPath(draft.id)}/${name}`))
  const { status, title, authorName, updatedAt, behind, base, faults, diffs } = draft
  return (
    <header className={styles['head']}>
      <div>
        <h1>{title}</h1>
        <p>
          <b data-status={status}>{t(authoringWords.states[status])}</b> {authorName} · {moment(updatedAt)} · <code>{base}</code>
          {behind && <em>{t(authoringWords.behind)}</em>}
        </p>
      </div>
      {behind && status !== 'discarded' && <Button onClick={() => void lead('update')}>{t(authoringWords.update)}</Button>}
      {status === 'open' && (
        <>
          <Popconfirm title={t(authoringWords.discardAsk)} okText={t(authoringWords.discard)} cancelText={t(appWords.cancel)} onConfirm={async () => (await lead('discard')) && void navigate('/library/drafts')}>
            <Button>{t(authoringWords.discard)}</Button>
          </Popconfirm>
          <Button type="primary" disabled={faults.length > 0 || diffs.length === 0} onClick={() => void lead('submit')}>{t(authoringWords.submit)}</Button>
        </>
      )}
      {(status === 'review' || status === 'approved') && <Button onClick={() => void lead('take-back')}>{t(authoringWords.takeBack)}</Button>}
    </header>
  )
}
