import { Button, Input } from 'antd'
import { useState } from 'react'
import type { EvaluationView } from '../../../server/protocol.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './evaluation-page.module.css'
import { EvaluationSheet } from './evaluation-sheet.tsx'
import type { AnswerChange, EvaluationStep } from './use-evaluation.ts'

/** A second reviewer hears the call again, lets the evaluation stand or changes items of it. Nothing counts before the ruling. */
export function SettleSheet({ evaluation, step, busy }: { readonly evaluation: EvaluationView; readonly step: (step: EvaluationStep) => void; readonly busy: boolean }) {
  const t = useText()
  const [changes, setChanges] = useState<readonly AnswerChange[]>([])
  const [note, setNote] = useState('')
  const original = new Map(evaluation.sections.flatMap(({ items }) => items).map(({ id, answer }) => [id, answer]))
  const drafted: EvaluationView = {
    ...evaluation,
    sections: evaluation.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => {
        const change = changes.find((each) => each.item === item.id)
        return change ? { ...item, answer: change.answer, reason: change.reason } : item
      }),
    })),
  }
  const answer = (change: AnswerChange) => setChanges((before) => [...before.filter(({ item }) => item !== change.item), ...(original.get(change.item) === change.answer ? [] : [change])])
  const settle = (ruling: 'upheld' | 'changed') => step({ do: 'settle', ruling, note, changes: ruling === 'changed' ? changes : [] })
  return (
    <>
      <p className={styles['note']}>{t(evaluationWords.settleHelp)}</p>
      <EvaluationSheet evaluation={drafted} answering={{ against: ({ id }) => original.get(id) ?? null, answer }} disputing={null} />
      <div className={styles['end']}>
        <Input.TextArea rows={2} maxLength={2000} value={note} placeholder={t(evaluationWords.settleNote)} aria-label={t(evaluationWords.settleNote)} onChange={({ target }) => setNote(target.value)} />
        <Button size="large" loading={busy} disabled={note.trim().length < 2 || changes.length > 0} onClick={() => settle('upheld')}>{t(evaluationWords.uphold)}</Button>
        <Button type="primary" size="large" loading={busy} disabled={note.trim().length < 2 || changes.length === 0} onClick={() => settle('changed')}>{t(evaluationWords.changeScore)}</Button>
      </div>
    </>
  )
}
