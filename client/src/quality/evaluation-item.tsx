import { Checkbox, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { EvaluatedItem, Evidence, ItemAnswer } from '../../../server/protocol.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import styles from './evaluation-item.module.css'
import { replayPath } from './replay-path.ts'
import type { AnswerChange } from './use-evaluation.ts'

interface EvaluationItemProps {
  readonly item: EvaluatedItem
  readonly callId: string
  readonly chosen: boolean
  /** An answer is on its way that still needs its reason. */
  readonly pending: ItemAnswer | null
  readonly onChoose: () => void
  /** Absent: the item is shown, not answered. */
  readonly onAnswer: ((answer: ItemAnswer) => void) | null
  readonly onReason: (change: AnswerChange) => void
  /** Present where the agent picks what to dispute. */
  readonly dispute: { readonly picked: boolean; readonly pick: (picked: boolean) => void } | null
}

function EvidenceLine({ text, quote, atMs, callId }: Evidence & { readonly callId: string }) {
  const t = useText()
  return (
    <li>
      <span>{t(text)}</span>
      {quote !== null && <q>{quote}</q>}
      {atMs !== null && <Link to={replayPath(callId, atMs)}>{t(evaluationWords.atSecond(clock(atMs)))}</Link>}
    </li>
  )
}

/** One item: what it asks, what the engine found and where, and the answer that counts. */
export function EvaluationItem({ item, callId, chosen, pending, onChoose, onAnswer, onReason, dispute }: EvaluationItemProps) {
  const t = useText()
  const row = useRef<HTMLLIElement>(null)
  const [reason, setReason] = useState(item.reason)
  const { id, label, guide, weight, autoFail, mayNotApply, proposed, evidence, answer, disputed } = item
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const shown = pending ?? answer
  return (
    <li ref={row} className={styles['item']} data-chosen={chosen} data-disputed={disputed} onClick={onChoose}>
      <div className={styles['asked']}>
        <strong>
          {dispute && <Checkbox checked={dispute.picked} aria-label={`${t(evaluationWords.dispute)}：${t(label)}`} onChange={({ target }) => dispute.pick(target.checked)} />} {t(label)}
        </strong>
        <small>{autoFail ? t(evaluationWords.autoFail) : t(evaluationWords.weight(weight))}</small>
        {disputed && <b>{t(evaluationWords.inDispute)}</b>}
        <p>{t(guide)}</p>
      </div>
      <div className={styles['found']}>
        <p>{proposed === null ? t(evaluationWords.noProposal) : t(evaluationWords.proposed(t(evaluationWords.answers[proposed])))}</p>
        {evidence.length > 0 && <ul>{evidence.map((each) => <EvidenceLine key={`${each.text.zh} ${String(each.atMs)} ${each.quote ?? ''}`} {...each} callId={callId} />)}</ul>}
      </div>
      <div className={styles['answer']}>
        <AnswerButtons label={t(label)} value={shown} mayNotApply={mayNotApply} disabled={onAnswer === null} chosen={chosen} onAnswer={(given) => onAnswer?.(given)} />
        {pending !== null && (
          <Input autoFocus maxLength={500} value={reason} placeholder={t(evaluationWords.reason)} aria-label={t(evaluationWords.reason)} onChange={({ target }) => setReason(target.value)} onPressEnter={() => reason.trim() !== '' && onReason({ item: id, answer: pending, reason })} onBlur={() => reason.trim() !== '' && onReason({ item: id, answer: pending, reason })} />
        )}
        {pending === null && item.reason !== '' && <p className={styles['reason']}>{t(evaluationWords.reasonShown(item.reason))}</p>}
      </div>
    </li>
  )
}
