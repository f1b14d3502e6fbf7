import type { DrillScoreView } from '../../../server/protocol.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { ShareBar } from '../ui/share-bar.tsx'
import styles from './debrief-score.module.css'

/** The sum, whether it is enough, and what it is made of. */
export function DebriefScore({ score: { total, passed, passMark, points, wording, order, failedBecause, answerMs } }: { readonly score: DrillScoreView }) {
  const t = useText()
  const parts = [
    { label: drillWords.partPoints(points.said, points.all), score: points.score, most: points.most },
    { label: drillWords.partWording(wording.warnings.length), score: wording.score, most: wording.most },
    { label: drillWords.partOrder(order.retries, order.hints), score: order.score, most: order.most },
  ]
  return (
    <section className={styles['score']} data-passed={passed}>
      <div className={styles['total']}>
        <b>{total}</b>
        <span>
          <strong>{t(passed ? drillWords.passed : drillWords.failed)}</strong>
          <small>{failedBecause ? t(failedBecause) : t(drillWords.passMark(passMark))}</small>
          {answerMs !== null && <small>{t(drillWords.answered(Math.round(answerMs / 1000)))}</small>}
        </span>
      </div>
      <ul>
        {parts.map(({ label, score, most }) => (
          <li key={label.zh}>
            <span>{t(label)}</span>
            <span>{Math.round(score)} / {most}</span>
            <ShareBar share={score / most} />
          </li>
        ))}
      </ul>
    </section>
  )
}
