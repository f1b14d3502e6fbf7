import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DraftView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { Field } from './form-fields.tsx'
import styles from './review-panel.module.css'
import { draftPath, useMoment, useStep } from './use-authoring.ts'

const texts = authoringWords.review

function Decision({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const step = useStep()
  const [note, setNote] = useState('')
  const decide = (approved: boolean) => void step(post(`${draftPath(draft.id)}/decide`, { approved, note: note.trim() }))
  return (
    <section className={styles['act']}>
      <Field label={texts.note}>{(id) => <Input.TextArea id={id} autoSize={{ minRows: 2 }} maxLength={1000} value={note} onChange={({ target }) => setNote(target.value)} />}</Field>
      <div>
        <Button type="primary" disabled={draft.obstacles.length > 0} onClick={() => decide(true)}>{t(texts.approve)}</Button>
        <Button onClick={() => decide(false)}>{t(texts.refuse)}</Button>
      </div>
    </section>
  )
}

function Publication({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const step = useStep()
  const [when, setWhen] = useState('')
  const [busy, setBusy] = useState(false)
  const publish = async (at: number | null) => {
    setBusy(true)
    await step(post(`${draftPath(draft.id)}/publish`, { at }))
    setBusy(false)
  }
  return (
    <section className={styles['act']}>
      <p>{t(texts.publishHelp)}</p>
      <div>
        <Button type="primary" disabled={draft.behind} loading={busy} onClick={() => void publish(null)}>{t(texts.publishNow)}</Button>
        <Input type="datetime-local" aria-label={t(texts.when)} value={when} onChange={({ target }) => setWhen(target.value)} />
        <Button disabled={when === '' || draft.behind || busy} onClick={() => void publish(new Date(when).getTime())}>{t(texts.publishAt)}</Button>
      </div>
    </section>
  )
}

/** What stands in the way, who said yes, and the way into use. */
export function ReviewPanel({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const moment = useMoment()
  const { status, may, obstacles, reviews } = draft
  return (
    <section className={styles['review']}>
      {(status === 'open' || status === 'review') && (
        <div className={styles['obstacles']} data-ready={obstacles.length === 0}>
          <h3>{t(obstacles.length === 0 ? texts.ready : texts.obstacles)}</h3>
          <ul>{obstacles.map((obstacle) => <li key={obstacle.en}>{t(obstacle)}</li>)}</ul>
        </div>
      )}
      {status === 'open' && <p>{t(texts.waitOpen)}</p>}
      {status === 'review' && (may.decide ? <Decision draft={draft} /> : <p>{t(texts.waitOther)}</p>)}
      {status === 'approved' && (may.publish ? <Publication draft={draft} /> : <p>{t(texts.waitPublish)}</p>)}
      {status === 'published' && <p>{t(texts.published)} <Link to="/library/versions">{t(authoringWords.versions)}</Link></p>}
      <h3>{t(texts.history)}</h3>
      {reviews.length === 0 && <p>{t(texts.noHistory)}</p>}
      <ul>
        {reviews.map(({ reviewerName, approved, note, at, stands }) => (
          <li key={`${reviewerName} ${String(at)}`}>
            <b>{reviewerName}</b> {t(approved ? texts.approved : texts.refused)} · {moment(at)}
            {approved && !stands && <em> {t(texts.stale)}</em>}
            {note !== '' && <blockquote>{note}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}
