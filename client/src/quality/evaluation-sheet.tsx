import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { EvaluatedItem, EvaluationView, ItemAnswer } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { plainKey, useKeys } from '../ui/keys.ts'
import { answers } from './answer-buttons.tsx'
import { EvaluationItem } from './evaluation-item.tsx'
import styles from './evaluation-sheet.module.css'
import { replayPath } from './replay-path.ts'
import type { AnswerChange } from './use-evaluation.ts'

interface EvaluationSheetProps {
  readonly evaluation: EvaluationView
  /** Present where items are answered. `against`: the answer that needs no reason. */
  readonly answering: { readonly against: (item: EvaluatedItem) => ItemAnswer | null; readonly answer: (change: AnswerChange) => void } | null
  readonly disputing: { readonly picked: readonly string[]; readonly pick: (items: readonly string[]) => void } | null
}

/** The items of an evaluation by section; ↑ and ↓ choose one, 1 to 4 answer it, Enter leads to its evidence. */
export function EvaluationSheet({ evaluation, answering, disputing }: EvaluationSheetProps) {
  const t = useText()
  const navigate = useNavigate()
  const items = evaluation.sections.flatMap((section) => section.items)
  const [place, setPlace] = useState(() => Math.max(0, items.findIndex(({ disputed }) => disputed)))
  const [pending, setPending] = useState<{ readonly item: string; readonly answer: ItemAnswer } | null>(null)
  const current = items[place]
  const give = (item: EvaluatedItem, answer: ItemAnswer) => {
    if (!answering || (answer === 'not applicable' && !item.mayNotApply)) return
    const free = answering.against(item)
    if (free === null || free === answer) {
      setPending(null)
      answering.answer({ item: item.id, answer, reason: '' })
    } else setPending({ item: item.id, answer })
  }
  useKeys((press) => {
    const key = press.repeat ? press.key : plainKey(press)
    const at = current?.evidence.find(({ atMs }) => atMs !== null)?.atMs
    if (key === 'ArrowDown' || key === 'j' || key === 'ArrowUp' || key === 'k') {
      setPlace(Math.max(0, Math.min(items.length - 1, place + (key === 'ArrowDown' || key === 'j' ? 1 : -1))))
      return true
    }
    if (key === 'Enter' && typeof at === 'number') {
      void navigate(replayPath(evaluation.callId, at))
      return true
    }
    const answer = answers[Number(key) - 1]
    if (!current || !answering || answer === undefined) return false
    give(current, answer)
    return true
  })
  return (
    <>
      {evaluation.sections.map((section) => (
        <section key={section.title.en} className={styles['section']} aria-label={t(section.title)}>
          <h2>{t(section.title)}</h2>
          <ul>
            {section.items.map((item) => (
              <EvaluationItem
                key={item.id}
                item={item}
                callId={evaluation.callId}
                chosen={item === current}
                pending={pending?.item === item.id ? pending.answer : null}
                onChoose={() => setPlace(items.indexOf(item))}
                onAnswer={answering && ((answer) => give(item, answer))}
                onReason={(change) => {
                  setPending(null)
                  answering?.answer(change)
                }}
                dispute={disputing && { picked: disputing.picked.includes(item.id), pick: (picked) => disputing.pick(picked ? [...disputing.picked, item.id] : disputing.picked.filter((id) => id !== item.id)) }}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
