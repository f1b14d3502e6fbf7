import type { ItemAnswer } from '../../../server/protocol.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './answer-buttons.module.css'

export const answers: readonly ItemAnswer[] = ['met', 'partly', 'missed', 'not applicable']

interface AnswerButtonsProps {
  readonly label: string
  readonly value: ItemAnswer | null
  readonly mayNotApply: boolean
  readonly disabled: boolean
  /** The keys act on this one. */
  readonly chosen: boolean
  readonly onAnswer: (answer: ItemAnswer) => void
}

/** The four answers to an item, keys 1 to 4 on the chosen one. */
export function AnswerButtons({ label, value, mayNotApply, disabled, chosen, onAnswer }: AnswerButtonsProps) {
  const t = useText()
  return (
    <div role="radiogroup" aria-label={label} className={styles['answers']}>
      {answers.map((answer, number) => (
        <button key={answer} type="button" role="radio" aria-checked={value === answer} data-answer={answer} disabled={disabled || (answer === 'not applicable' && !mayNotApply)} onClick={() => onAnswer(answer)}>
          {chosen && !disabled && <KeyCap of={String(number + 1)} />}
          {t(evaluationWords.answers[answer])}
        </button>
      ))}
    </div>
  )
}
