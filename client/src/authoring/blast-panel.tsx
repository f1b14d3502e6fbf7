import { Button, Input, InputNumber, Progress } from 'antd'
import { type FormEvent, useState } from 'react'
import type { DraftView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './blast-panel.module.css'
import { BlastResult } from './blast-result.tsx'
import { Field } from './form-fields.tsx'
import { draftPath, useRuleNames, useStep } from './use-authoring.ts'

const texts = authoringWords.blast
const dayMs = 86_400_000
/** The first moment of a day as it is here, ms since the epoch; null for no day. */
const dayStart = (day: string): number | null => (day === '' ? null : new Date(`${day}T00:00`).getTime())

/** Runs the draft over past calls, and shows what that would have changed. */
export function BlastPanel({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const step = useStep()
  const [calls, setCalls] = useState(500)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const names = useRuleNames(draft)
  const { blast } = draft
  const running = blast?.status === 'running'
  const start = (event: FormEvent) => {
    event.preventDefault()
    const last = dayStart(until)
    void step(post(`${draftPath(draft.id)}/blast`, { calls, fromAt: dayStart(from), toAt: last === null ? null : last + dayMs - 1 }))
  }
  return (
    <section className={styles['blast']}>
      <p>{t(texts.intro)}</p>
      <form onSubmit={start}>
        <Field label={texts.calls}>{(id) => <InputNumber id={id} min={1} max={100_000} value={calls} onChange={(next) => setCalls(next ?? 500)} />}</Field>
        <Field label={texts.from}>{(id) => <Input id={id} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />}</Field>
        <Field label={texts.until}>{(id) => <Input id={id} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />}</Field>
        {running ? (
          <Button onClick={() => void step(post(`${draftPath(draft.id)}/blast/cancel`))}>{t(texts.cancel)}</Button>
        ) : (
          <Button type="primary" htmlType="submit" disabled={draft.faults.length > 0 || !draft.heardInCalls}>{t(blast === null ? texts.start : texts.again)}</Button>
        )}
      </form>
      {draft.faults.length > 0 && <p className={styles['note']}>{t(texts.mendFirst)}</p>}
      {draft.diffs.length === 0 && <p className={styles['note']}>{t(authoringWords.none)}</p>}
      {draft.diffs.length > 0 && !draft.heardInCalls && <p className={styles['note']}>{t(texts.notHeard)}</p>}
      {running && (
        <div role="status">
          <Progress percent={blast.total === 0 ? 0 : Math.round((blast.looked / blast.total) * 100)} />
          {t(texts.progress(blast.looked, blast.total))}
        </div>
      )}
      {blast?.status === 'cancelled' && <p className={styles['note']}>{t(texts.cancelled)}</p>}
      {blast?.status === 'failed' && <p className={styles['note']}>{t(texts.failed)}{blast.fault !== null && ` · ${t(blast.fault)}`}</p>}
      {blast?.status === 'done' && !blast.stands && <p className={styles['note']}>{t(texts.stale)}</p>}
      {blast?.result && <BlastResult result={blast.result} names={names} />}
    </section>
  )
}
